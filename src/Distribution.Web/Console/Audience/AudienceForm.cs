using Distribution.Audiences.Selection;
using Distribution.Contacts.Outlets;
using Distribution.Platform.Validation;
using Distribution.Web.Console.Write;
using Microsoft.AspNetCore.Http;

namespace Distribution.Web.Console.Audience;

/// <summary>The audience of a release as it stands in the fields of its page.</summary>
public sealed record AudienceForm
{
    public IReadOnlyList<string> Lists { get; init; } = [];

    public IReadOnlyList<string> ExcludedLists { get; init; } = [];

    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Codes of those that are chosen already.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>A further one as it was typed: its name or its code.</summary>
    public string Country { get; init; } = "";

    public IReadOnlyList<string> Topics { get; init; } = [];

    public IReadOnlyList<string> OutletTypes { get; init; } = [];

    /// <summary>The audience that the fields came with.</summary>
    public string Version { get; init; } = "";

    internal static AudienceForm From(Distribution.Audiences.Selection.Audience audience) => new()
    {
        Lists = audience.Lists,
        ExcludedLists = audience.ExcludedLists,
        Languages = audience.Languages,
        Countries = audience.Countries,
        Topics = audience.Topics,
        OutletTypes = [.. audience.OutletTypes.Select(type => type.ToString())],
        Version = Distribution.Releases.Drafts.ChangeAudience.VersionOf(audience),
    };

    internal static AudienceForm From(IFormCollection fields)
    {
        return new()
        {
            Lists = Values("lists"),
            ExcludedLists = Values("excludedLists"),
            Languages = Values("languages"),
            Countries = Values("countries"),
            Country = fields["country"].ToString().Trim(),
            Topics = [.. Values("topics").SelectMany(
                words => words.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))],
            OutletTypes = Values("outletTypes"),
            Version = fields["version"].ToString(),
        };

        IReadOnlyList<string> Values(string field) => [.. fields[field].OfType<string>().Where(value => value.Length > 0)];
    }

    /// <summary>The audience that the fields mean, with the excluded outlets and contacts that the page does not change.</summary>
    internal AudienceInput Read(Distribution.Audiences.Selection.Audience before, string language, FieldErrors errors)
    {
        var code = Country.Length == 0 ? null : DetailsForm.CodeOf(Country, language);
        errors.Require(Country.Length == 0 || code is not null, "audience.countries", $"'{Country}' is no country.");
        List<OutletType> types = [];
        foreach (var word in OutletTypes)
        {
            if (Enum.TryParse<OutletType>(word, out var type) && Enum.IsDefined(type)) types.Add(type);
            else errors.Add("audience.outletTypes", $"'{word}' is no type of outlet.");
        }

        return AudienceInput.From(before) with
        {
            Lists = Lists,
            ExcludedLists = ExcludedLists,
            Languages = Languages,
            Countries = [.. Countries.Append(code).OfType<string>().Distinct()],
            Topics = Topics,
            OutletTypes = types,
        };
    }
}
