using Distribution.Mail.Headers;

namespace Distribution.Mail.Rendering;

/// <summary>
/// A text that is encoded once, all but its gaps; filled, it is a row of pieces of which all but the gaps' are shared by all mails.
/// </summary>
internal sealed class TextWithPlaceholders
{
    private readonly List<(byte[] Before, string? Gap)> pieces = [];

    public TextWithPlaceholders(string text)
    {
        foreach (var piece in text.Split(Placeholder.End))
        {
            var at = piece.IndexOf(Placeholder.Start, StringComparison.Ordinal);
            pieces.Add(at < 0 ? (QuotedPrintable.Encode(piece), null) : (QuotedPrintable.Encode(piece[..at]), piece[(at + 1)..]));
        }
    }

    /// <summary>The whole text, encoded, with the encoded value of each gap.</summary>
    public IEnumerable<byte[]> Fill(Func<string, byte[]> value)
    {
        foreach (var (before, placeholder) in pieces)
        {
            yield return before;
            if (placeholder is not null) yield return value(placeholder);
        }
    }
}
