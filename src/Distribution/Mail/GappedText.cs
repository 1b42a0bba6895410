using System.Text;
using MimeKit.Encodings;

namespace Distribution.Mail;

/// <summary>
/// A text in quoted-printable (RFC 2045, section 6.7) that is encoded once, all but its gaps. A soft line break on each side lets a gap
/// be filled without touching what stands around it.
/// </summary>
internal sealed class GappedText
{
    private static readonly byte[] SoftBreak = "=\n"u8.ToArray();

    private readonly List<(byte[] Before, string? Gap)> pieces = [];

    public GappedText(string text)
    {
        foreach (var piece in text.Split(Gap.End))
        {
            var at = piece.IndexOf(Gap.Start, StringComparison.Ordinal);
            pieces.Add(at < 0 ? (Encode(piece), null) : (Encode(piece[..at]), piece[(at + 1)..]));
        }
    }

    /// <summary>The whole text, encoded, with the value of each gap.</summary>
    public byte[] Fill(IReadOnlyDictionary<string, string> values)
    {
        using MemoryStream filled = new();
        foreach (var (before, gap) in pieces)
        {
            filled.Write(before);
            if (gap is null) continue;
            filled.Write(SoftBreak);
            filled.Write(Encode(values[gap]));
            filled.Write(SoftBreak);
        }

        return filled.ToArray();
    }

    private static byte[] Encode(string text)
    {
        QuotedPrintableEncoder encoder = new();
        var bytes = Encoding.UTF8.GetBytes(text);
        var encoded = new byte[encoder.EstimateOutputLength(bytes.Length)];
        var length = encoder.Flush(bytes, 0, bytes.Length, encoded);
        return encoded[..length];
    }
}
