using Distribution.Mail.Headers;

namespace Distribution.Mail.Rendering;

/// <summary>
/// A text that is encoded once, all but its placeholders. Filled, it is a row of pieces; all mails share those between the placeholders.
/// </summary>
internal sealed class TextWithPlaceholders
{
    private readonly List<(byte[] Before, string? Placeholder)> pieces = [];

    public TextWithPlaceholders(string text)
    {
        foreach (var piece in text.Split(Placeholder.End))
        {
            var at = piece.IndexOf(Placeholder.Start, StringComparison.Ordinal);
            pieces.Add(at < 0 ? (QuotedPrintable.Encode(piece), null) : (QuotedPrintable.Encode(piece[..at]), piece[(at + 1)..]));
        }
    }

    /// <summary>The whole text, encoded, with the encoded value of each placeholder.</summary>
    public IEnumerable<byte[]> Fill(Func<string, byte[]> value)
    {
        foreach (var (before, placeholder) in pieces)
        {
            yield return before;
            if (placeholder is not null) yield return value(placeholder);
        }
    }
}
