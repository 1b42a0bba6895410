using System.Security.Cryptography;
using System.Text.Json;
using Distribution.Platform.Languages;
using Distribution.Platform.Storage;
using Distribution.Releases.Drafts;

namespace Distribution.Releases.Newsroom;

/// <summary>A public text on a shelf of the newsroom: all that a list or a feed shows of it.</summary>
public sealed record NewsroomRow
{
    /// <summary>Id of the release.</summary>
    public required string Release { get; init; }

    public required DateTimeOffset ReleasedAt { get; init; }

    /// <summary>Id of the office; its name is read with the list.</summary>
    public required string Office { get; init; }

    public IReadOnlyList<string> Topics { get; init; } = [];

    public required string Language { get; init; }

    /// <summary>The primary language: <c>pt</c> of <c>pt-BR</c>.</summary>
    public required string Primary { get; init; }

    /// <summary>Whether readers of another variant of the language get this text.</summary>
    public bool IsFirst { get; init; }

    /// <summary>Whether readers of none of the release's languages get this text.</summary>
    public bool IsDefault { get; init; }

    /// <summary>The text without its body.</summary>
    public required Translation Text { get; init; }

    /// <summary>Markdown; apart, so that lists do not read it.</summary>
    public string Body { get; init; } = "";

    /// <summary>Every public text of the release.</summary>
    public required IReadOnlyList<TextAddress> Addresses { get; init; }

    /// <summary>The other shelves that hold this text.</summary>
    public required IReadOnlyList<string> Shelves { get; init; }

    /// <summary>SHA-256 of everything else, hexadecimal; a row that says the same is not written again.</summary>
    public string Hash { get; init; } = "";

    /// <summary>A row for each public text of a release; none while it is not public. Pure.</summary>
    public static IReadOnlyList<NewsroomRow> Create(ReleaseDocument document)
    {
        var release = document.Release;
        var texts = Visibility.Public(document);
        if (release.ReleasedAt is not { } releasedAt || texts.Count == 0) return [];
        string[] languages = [.. texts.Select(text => text.Language)];
        var usual = MailLanguage.Best(release.OriginalLanguage, languages) ?? languages[0];
        TextAddress[] addresses = [.. texts.Select(text => new TextAddress(text.Language, text.Slug!))];
        return
        [
            .. texts.Select(text => Hashed(new()
            {
                Release = release.Id,
                ReleasedAt = releasedAt,
                Office = release.Office,
                Topics = release.Topics,
                Language = text.Language,
                Primary = LanguageTag.Primary(text.Language),
                IsFirst = Array.Find(languages, language => IsVariant(language, text.Language)) == text.Language,
                IsDefault = text.Language == usual,
                Text = text with { Body = "" },
                Body = text.Body,
                Addresses = addresses,
                Shelves = [NewsroomShelf.Of(text.Language)],
            })),
        ];
    }

    /// <summary>How well the text suits readers of a language; the lowest number is best.</summary>
    public int Distance(string language) =>
        string.Equals(Language, language, StringComparison.OrdinalIgnoreCase) ? 0
        : IsFirst && Primary == LanguageTag.Primary(language) ? 1
        : 2;

    private static bool IsVariant(string one, string other) => LanguageTag.Primary(one) == LanguageTag.Primary(other);

    private static NewsroomRow Hashed(NewsroomRow row) => row with
    {
        Hash = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(row, StoredJson.Options))),
    };
}
