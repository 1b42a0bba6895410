using System.Text;
using MimeKit.Encodings;

namespace Distribution.Mail;

/// <summary>
/// A text in quoted-printable (RFC 2045, section 6.7) that is encoded once, all but its gaps. Each piece ends in a line break, a soft one
/// where the text has none, so that pieces are put together without encoding them again.
/// </summary>
internal sealed class GappedText
{
    // A line has at most 76 characters; the encoder's own limit of 76 is passed by up to two where an encoded byte ends the line.
    private const int LongestLine = 74;

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
            if (gap is not null) filled.Write(Encode(values[gap]));
        }

        return filled.ToArray();
    }

    private static byte[] Encode(string text)
    {
        QuotedPrintableEncoder encoder = new(LongestLine);
        var bytes = Encoding.UTF8.GetBytes(text);
        var encoded = new byte[encoder.EstimateOutputLength(bytes.Length)];
        return encoded[..encoder.Flush(bytes, 0, bytes.Length, encoded)];
    }
}
