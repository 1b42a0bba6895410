using System.Security.Cryptography;
using System.Text.Json;
using Distribution.Releases.Times;

namespace Distribution.Releases.Drafts;

/// <summary>All that a release has beside its texts and its audience, as its author gives it.</summary>
public sealed record ReleaseDetails
{
    private const int Bytes = 8;

    /// <summary>Ids, in the order of the contact block.</summary>
    public IReadOnlyList<string> PressOfficers { get; init; } = [];

    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>The proposed time; none for as soon as it is approved.</summary>
    public SendTimeInput? SendAt { get; init; }

    public TranslationPolicy TranslationPolicy { get; init; }

    /// <summary>Hours from 0 to 168.</summary>
    public int WaitHours { get; init; } = Release.DefaultWaitHours;

    public static ReleaseDetails From(Release release) => new()
    {
        PressOfficers = release.PressOfficers,
        Topics = release.Topics,
        Countries = release.Countries,
        SendAt = release.SendAt,
        TranslationPolicy = release.TranslationPolicy,
        WaitHours = release.WaitHours,
    };

    /// <summary>16 hexadecimal digits that change with the details, so that an author can say which they had before them.</summary>
    public string Version() => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this)).AsSpan(0, Bytes));
}
