using System.Text.RegularExpressions;
using Distribution.Validation;

namespace Distribution.Releases;

/// <summary>What a release must be like; pure.</summary>
public static partial class ReleaseRules
{
    private const int LongestSourceId = 200;

    /// <summary>How long ago a send time may be when it arrives: the clock of who sends it may be behind, and so may the network.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    /// <summary>The draft in the form that is kept, without its id, author and time.</summary>
    public static Release Check(ReleaseInput input, ReleaseReferences references, FieldErrors errors)
    {
        ReferenceRules.Check(input.Office, input.Officers, input.Audience.Lists, input.Audience.ExcludedLists, references, errors);
        return new()
        {
            Id = "",
            Office = input.Office,
            Officers = [.. input.Officers.Distinct()],
            Topics = errors.Topics("topics", input.Topics),
            Countries = errors.Countries("countries", input.Countries),
            Audience = AudienceRules.Check(input.Audience, references, errors),
            OriginalLanguage = TranslationRules.CheckOriginal(input, errors),
            Source = input.Source is null ? null : CheckSource(input.Source, errors),
            CreatedBy = "",
            CreatedAt = default,
        };
    }

    /// <summary>Whether a draft can be scheduled: what it names may have gone since it was written.</summary>
    public static void CheckSchedule(Release draft, DateTimeOffset? sendAt, ReleaseReferences references, DateTimeOffset now, FieldErrors errors)
    {
        errors.Require(!(sendAt < now - Grace), "sendAt", "lies in the past.");
        ReferenceRules.Check(draft.Office, draft.Officers, draft.Audience.Lists, draft.Audience.ExcludedLists, references, errors);
    }

    private static ReleaseSource CheckSource(ReleaseSource source, FieldErrors errors)
    {
        errors.Require(SystemForm().IsMatch(source.System), "source.system", "is up to 50 small letters, digits, '.', '_' or '-'.");
        return source with { Id = errors.Line("source.id", source.Id, LongestSourceId) };
    }

    [GeneratedRegex(@"^[a-z0-9][a-z0-9._-]{0,49}\z", RegexOptions.CultureInvariant)]
    private static partial Regex SystemForm();
}
