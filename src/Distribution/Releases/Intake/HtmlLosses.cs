using AngleSharp.Dom;

namespace Distribution.Releases.Intake;

/// <summary>Counts what of a text in HTML is not taken over.</summary>
internal sealed class HtmlLosses
{
    private readonly SortedDictionary<string, int> counts = new(StringComparer.Ordinal);
    private readonly HashSet<string> relative = [];

    public IReadOnlyDictionary<string, int> Counts => counts;

    public IReadOnlyList<string> Relative => [.. relative];

    public void Add(string what) => counts[what] = counts.GetValueOrDefault(what) + 1;

    public void AddRelative(string address) => relative.Add(address);

    /// <summary>Attributes that do something or change how it looks; what only names a thing is not worth a word.</summary>
    public void AddAttributes(IElement element)
    {
        foreach (var attribute in element.Attributes)
        {
            if (attribute.Name == "style" || attribute.Name.StartsWith("on", StringComparison.Ordinal)) Add($"{attribute.Name} attribute");
        }
    }
}
