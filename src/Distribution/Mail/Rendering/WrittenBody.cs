using MimeKit;

namespace Distribution.Mail.Rendering;

/// <summary>
/// A mail's body that is written already, as a row of bytes in lines of mail: multipart/alternative (RFC 2046, section 5.1.4).
/// </summary>
internal sealed class WrittenBody : MimeEntity
{
    private readonly IReadOnlyList<byte[]> pieces;

    public WrittenBody(string boundary, IReadOnlyList<byte[]> pieces)
        : base(new ContentType("multipart", "alternative") { Boundary = boundary })
    {
        this.pieces = pieces;
        foreach (var piece in pieces) Length += piece.Length;
    }

    /// <summary>Bytes of the content, without the headers; the dots of SMTP add none.</summary>
    public long Length { get; }

    /// <summary>Nothing to do: it is in seven bits and short lines.</summary>
    public override void Prepare(EncodingConstraint constraint, int maxLineLength = 78)
    {
    }

    public override void WriteTo(FormatOptions options, Stream stream, bool contentOnly, CancellationToken cancellationToken = default)
    {
        base.WriteTo(options, stream, contentOnly, cancellationToken);
        if (!contentOnly) stream.Write("\r\n"u8);
        foreach (var piece in pieces) stream.Write(piece);
    }

    public override async Task WriteToAsync(
        FormatOptions options, Stream stream, bool contentOnly, CancellationToken cancellationToken = default)
    {
        await base.WriteToAsync(options, stream, contentOnly, cancellationToken);
        if (!contentOnly) await stream.WriteAsync("\r\n"u8.ToArray(), cancellationToken);
        // The streams of the library know arrays and wrap anything else.
#pragma warning disable CA1835
        foreach (var piece in pieces) await stream.WriteAsync(piece, 0, piece.Length, cancellationToken);
#pragma warning restore CA1835
    }
}
