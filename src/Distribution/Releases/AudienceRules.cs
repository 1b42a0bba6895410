using Distribution.Languages;
using Distribution.Validation;

namespace Distribution.Releases;

/// <summary>What an audience's filters must be like; pure.</summary>
public static class AudienceRules
{
    public static void Check(AudienceInput? input, FieldErrors errors)
    {
        errors.AllowLanguages("audience.languages", input?.Languages);
        errors.AllowCountries("audience.countries", input?.Countries);
        errors.AllowTopics("audience.topics", input?.Topics);
    }

    /// <summary>The audience that an input without errors describes.</summary>
    public static Audience Read(AudienceInput input) => new()
    {
        Lists = [.. input.Lists!.Distinct()],
        Languages = [.. (input.Languages ?? []).Select(LanguageTag.Primary).Distinct()],
        Countries = [.. (input.Countries ?? []).Distinct()],
        Topics = FieldRules.Topics(input.Topics),
    };
}
