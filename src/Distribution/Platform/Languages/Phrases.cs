namespace Distribution.Platform.Languages;

/// <summary>The program's own sentences in one language.</summary>
public sealed class Phrases(string language, IReadOnlyDictionary<string, string> texts)
{
    public string Language => language;

    public IReadOnlyDictionary<string, string> Texts => texts;

    public string this[string key] => texts[key];

    /// <summary>The sentence with a value in each place that is named in braces.</summary>
    public string With(string key, params ReadOnlySpan<(string Place, string Value)> values)
    {
        var text = texts[key];
        foreach (var (place, value) in values) text = text.Replace($"{{{place}}}", value, StringComparison.Ordinal);
        return text;
    }
}
