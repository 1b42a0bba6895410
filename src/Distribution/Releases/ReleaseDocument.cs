using Distribution.Storage;

namespace Distribution.Releases;

/// <summary>A release with its texts, as read at one time.</summary>
public sealed record ReleaseDocument(Stored<Release> Row, IReadOnlyList<Stored<Translation>> Texts)
{
    public Release Release => Row.Value;

    public IReadOnlyList<Translation> Translations { get; } = [.. Texts.Select(text => text.Value)];

    public IReadOnlyList<string> Languages { get; } = [.. Texts.Select(text => text.Value.Language)];

    public Translation In(string language) => Translations.First(translation => translation.Language == language);
}
