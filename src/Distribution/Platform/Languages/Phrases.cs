namespace Distribution.Platform.Languages;

/// <summary>The program's own sentences in one language.</summary>
public sealed class Phrases(string language, IReadOnlyDictionary<string, string> texts)
{
    public string Language => language;

    public IReadOnlyDictionary<string, string> Texts => texts;

    public string this[string key] => texts[key];

    /// <summary>The colon between a label and its value, with the spaces of the language.</summary>
    public string Colon => language == "fr" ? "\u00a0: " : ": ";

    /// <summary>The sentence with a value in each place that is named in braces, in the form that a number asks for.</summary>
    public string With(string key, params IReadOnlyList<(string Place, string Value)> values) =>
        MessageFormat.Fill(texts[key], language, values);
}
