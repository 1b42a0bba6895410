using System.Text.RegularExpressions;
using Distribution.Languages;
using Distribution.Validation;

namespace Distribution.Releases;

/// <summary>What a release must be like; pure.</summary>
public static partial class ReleaseRules
{
    private const int LongestSourceId = 200;

    /// <summary>How long ago a send time may be when it arrives: the clock of who sends it may be behind, and so may the network.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    public static FieldErrors Check(ReleaseInput input, ReleaseReferences references)
    {
        var errors = new FieldErrors();
        ReferenceRules.Check(input.Office, input.Officers ?? [], input.Audience?.Lists ?? [], references, errors);
        AudienceRules.Check(input.Audience, errors);
        TranslationRules.Check(input, errors);
        errors.AllowTopics("topics", input.Topics);
        errors.AllowCountries("countries", input.Countries);
        if (input.Source is not null) CheckSource(input.Source, errors);
        return errors;
    }

    /// <summary>Whether a draft can be scheduled: what it names may have gone since it was written.</summary>
    public static FieldErrors CheckSchedule(Release draft, DateTimeOffset? sendAt, ReleaseReferences references, DateTimeOffset now)
    {
        var errors = new FieldErrors();
        errors.Require(!(sendAt < now - Grace), "sendAt", "lies in the past.");
        ReferenceRules.Check(draft.Office, draft.Officers, draft.Audience.Lists, references, errors);
        return errors;
    }

    /// <summary>The draft that an input without errors describes.</summary>
    public static Release Read(ReleaseInput input, string id, string createdBy, DateTimeOffset now) => new()
    {
        Id = id,
        Office = input.Office!,
        Officers = [.. (input.Officers ?? []).Distinct()],
        Topics = FieldRules.Topics(input.Topics),
        Countries = [.. (input.Countries ?? []).Distinct()],
        Audience = AudienceRules.Read(input.Audience!),
        OriginalLanguage = LanguageTag.Normalize(input.OriginalLanguage ?? input.Translations!.Keys.Single()),
        Source = input.Source,
        CreatedBy = createdBy,
        CreatedAt = now,
    };

    private static void CheckSource(ReleaseSource source, FieldErrors errors)
    {
        errors.Require(source.System is not null && SystemForm().IsMatch(source.System), "source.system", "is up to 50 small letters, digits, '.', '_' or '-'.");
        errors.RequireLine("source.id", source.Id, LongestSourceId);
    }

    [GeneratedRegex(@"^[a-z0-9][a-z0-9._-]{0,49}\z", RegexOptions.CultureInvariant)]
    private static partial Regex SystemForm();
}
