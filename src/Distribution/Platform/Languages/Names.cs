using System.Collections;
using System.Text.Json.Serialization;

namespace Distribution.Platform.Languages;

/// <summary>One name or short text in several languages; as JSON an object from language tag to text.</summary>
[JsonConverter(typeof(NamesConverter))]
public sealed class Names : IEquatable<Names>, IEnumerable<KeyValuePair<string, string>>
{
    private readonly SortedDictionary<string, string> texts;

    public Names(IEnumerable<KeyValuePair<string, string>> texts) =>
        this.texts = new(texts.ToDictionary(text => LanguageTag.Normalize(text.Key), text => text.Value), StringComparer.Ordinal);

    /// <summary>No text in any language.</summary>
    public static Names None { get; } = new([]);

    public IEnumerable<string> Languages => texts.Keys;

    /// <summary>The English text, else that of the first language; null when there is none.</summary>
    public string? First => IsEmpty ? null : In("en");

    public bool IsEmpty => texts.Count == 0;

    /// <summary>
    /// The text for a recipient of <paramref name="language"/>: that tag, its primary language, then <paramref name="fallback"/>, then the
    /// first there is; empty when there is none.
    /// </summary>
    public string In(string language, string fallback = "en") => LanguageOf(language, fallback) is { } own ? texts[own] : "";

    /// <summary>The language of the text that <see cref="In"/> gives; null when there is none.</summary>
    public string? LanguageOf(string language, string fallback = "en") =>
        new[] { language, LanguageTag.Primary(language), fallback }.Select(LanguageTag.Normalize).FirstOrDefault(texts.ContainsKey) ?? texts.Keys.FirstOrDefault();

    /// <summary>Whether there is a text in the language itself, region aside.</summary>
    public bool Has(string language) => Exactly(language) is not null || Exactly(LanguageTag.Primary(language)) is not null;

    public bool Equals(Names? other) => other is not null && texts.SequenceEqual(other.texts);

    public override bool Equals(object? obj) => Equals(obj as Names);

    public override int GetHashCode() => texts.Aggregate(0, (hash, text) => HashCode.Combine(hash, text.Key, text.Value));

    public override string ToString() => string.Join(" / ", texts.Values);

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => texts.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private string? Exactly(string language) => texts.GetValueOrDefault(LanguageTag.Normalize(language));
}
