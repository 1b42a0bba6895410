using System.Globalization;
using Distribution.Platform.Languages;
using Distribution.Platform.Validation;
using Distribution.Releases.Drafts;
using Distribution.Releases.Times;

namespace Distribution.Web.Console.Write;

/// <summary>The details of a release as they stand in the fields of their page.</summary>
public sealed record DetailsForm
{
    private const string LocalForm = "yyyy-MM-dd'T'HH:mm";

    public IReadOnlyList<string> PressOfficers { get; init; } = [];

    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Codes of those that are chosen already.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>A further one as it was typed: its name or its code.</summary>
    public string Country { get; init; } = "";

    /// <summary>The time on the office's clock.</summary>
    public string SendAt { get; init; } = "";

    /// <summary><c>earlier</c> or <c>later</c>, where the clock shows the time twice.</summary>
    public string? Choice { get; init; }

    /// <summary>The instant, where it is the one that the fields came with.</summary>
    public DateTimeOffset? Instant { get; init; }

    public TranslationPolicy Policy { get; init; }

    public string WaitHours { get; init; } = "";

    public static DetailsForm From(Release release, TimePlace place) => new()
    {
        PressOfficers = release.PressOfficers,
        Topics = release.Topics,
        Countries = release.Countries,
        SendAt = release.SendAt is { } at ? Local(at, place) : "",
        Instant = release.SendAt,
        Policy = release.TranslationPolicy,
        WaitHours = release.WaitHours.ToString(CultureInfo.InvariantCulture),
    };

    /// <param name="field">The values of a field by its name.</param>
    public static DetailsForm From(Func<string, IReadOnlyList<string>> field, Release release, TimePlace place)
    {
        string? One(string name) => field(name) is [var first, ..] ? first : null;
        var sendAt = One("sendAt") ?? "";
        return new()
        {
            PressOfficers = field("pressOfficers"),
            Topics = [.. field("topics")
                .SelectMany(words => words.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))],
            Countries = field("countries"),
            Country = One("country") ?? "",
            SendAt = sendAt,
            Choice = One("choice"),
            // Untouched it stays the very instant: of two that the clock shows alike it may be either, and it may have seconds.
            Instant = release.SendAt is { } at && sendAt == Local(at, place) && field("choice").Count == 0 ? at : null,
            Policy = Enum.TryParse<TranslationPolicy>(One("translationPolicy"), ignoreCase: true, out var policy)
                ? policy
                : release.TranslationPolicy,
            WaitHours = One("waitHours") ?? "",
        };
    }

    public static Func<string, IReadOnlyList<string>> Values(
        IEnumerable<KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>> sent)
    {
        var fields = sent.ToDictionary(field => field.Key, field => field.Value);
        return name => [.. fields.GetValueOrDefault(name).OfType<string>()];
    }

    /// <summary>The details that the fields mean; what means nothing is an error.</summary>
    public ReleaseDetails Read(string office, string language, FieldErrors errors)
    {
        var wait = int.TryParse(WaitHours, NumberStyles.None, CultureInfo.InvariantCulture, out var hours);
        errors.Require(wait, "waitHours", "is a number of hours from 0 to 168.");
        var added = Country.Trim();
        var code = added.Length == 0 ? null : CodeOf(added, language);
        errors.Require(added.Length == 0 || code is not null, "countries", $"'{added}' is no country.");
        return new()
        {
            PressOfficers = PressOfficers,
            Topics = Topics,
            Countries = [.. Countries, .. code is null ? [] : new[] { code }],
            SendAt = Time(office),
            TranslationPolicy = Policy,
            WaitHours = hours,
        };
    }

    /// <summary>The time as a release takes it; null for none.</summary>
    public SendTimeInput? Time(string office) => Instant is { } at ? (DateTimeOffset?)at
        : SendAt.Length == 0 ? null
        : new SendTimeInput { Local = SendAt, Office = office, Choice = Choice };

    /// <summary>The time on a clock at an instant, as a field for times takes it.</summary>
    public static string Local(DateTimeOffset at, TimePlace place) =>
        TimeZoneInfo.ConvertTime(at, place.Zone).ToString(LocalForm, CultureInfo.InvariantCulture);

    /// <summary>By its code, or its name in the language of the page, else in any that pages have.</summary>
    internal static string? CodeOf(string typed, string language)
    {
        var compare = CultureInfo.InvariantCulture.CompareInfo;
        const CompareOptions Loosely = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace;
        return WritePhrases.Book.All.Select(phrases => phrases.Language).Prepend(language).SelectMany(CountryNames.All)
            .Where(country =>
                compare.Compare(country.Value, typed, Loosely) == 0 || country.Key.Equals(typed, StringComparison.OrdinalIgnoreCase))
            .Select(country => country.Key).FirstOrDefault();
    }
}
