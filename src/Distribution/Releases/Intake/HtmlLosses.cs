using AngleSharp.Dom;

namespace Distribution.Releases.Intake;

/// <summary>Counts what of a text in HTML is not taken over, with the words that it was about.</summary>
internal sealed class HtmlLosses
{
    private const int MostWords = 10;
    private const int LongestWords = 80;

    private readonly SortedDictionary<string, (int Count, List<string> Words)> losses = new(StringComparer.Ordinal);
    private readonly HashSet<string> relative = [];

    public IReadOnlyList<HtmlLoss> Losses => [.. losses.Select(loss => new HtmlLoss(loss.Key, loss.Value.Count, loss.Value.Words))];

    public IReadOnlyList<string> Relative => [.. relative];

    /// <param name="what">The kind of loss.</param>
    /// <param name="words">The words whose meaning goes with it, if there are any.</param>
    public void Add(string what, string? words = null)
    {
        var (count, kept) = losses.GetValueOrDefault(what, (0, []));
        var line = string.Join(' ', (words ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length > LongestWords) line = $"{line[..LongestWords]}…";
        if (line.Length > 0 && kept.Count < MostWords && !kept.Contains(line)) kept.Add(line);
        losses[what] = (count + 1, kept);
    }

    /// <summary>An element that is left out: its words, or where it leads.</summary>
    public void AddElement(string what, IElement element) =>
        Add(what, element.LocalName is "script" or "style" ? null : Words(element));

    public void AddRelative(string address) => relative.Add(address);

    /// <summary>Attributes that do something or change how it looks; what only names a thing is not worth a word.</summary>
    public void AddAttributes(IElement element)
    {
        foreach (var attribute in element.Attributes)
        {
            if (attribute.Name == "style" || attribute.Name.StartsWith("on", StringComparison.Ordinal)) Add($"{attribute.Name} attribute");
        }
    }

    private static string? Words(IElement element) =>
        string.IsNullOrWhiteSpace(element.TextContent) ? element.GetAttribute("src") ?? element.GetAttribute("alt") : element.TextContent;
}

/// <summary>A kind of loss.</summary>
/// <param name="What">Such as <c>script element</c>.</param>
/// <param name="Count">How many there were.</param>
/// <param name="Words">Up to ten of the places, in up to 80 characters each; empty where no words are concerned.</param>
public sealed record HtmlLoss(string What, int Count, IReadOnlyList<string> Words);
