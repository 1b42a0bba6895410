using System.Text.RegularExpressions;
using Distribution.Audiences.Selection;
using Distribution.Platform.Validation;
using Distribution.Releases.Intake;
using Distribution.Releases.Times;
using Distribution.Releases.Workflow;

namespace Distribution.Releases.Drafts;

/// <summary>Validates a release; pure.</summary>
public static partial class ReleaseRules
{
    private const int LongestSourceId = 200;
    private const int LongestUrl = 2_000;

    /// <summary>Hours: a week.</summary>
    private const int LongestWait = 168;

    /// <summary>The draft in the form that is kept, without its id, author and time.</summary>
    /// <param name="isComplete">Whether it must have all that sending takes; a draft may be without.</param>
    public static Release Check(ReleaseInput input, bool isComplete, ReleaseReferences references, FieldErrors errors)
    {
        var (lists, excluded) = (input.Audience.Lists, input.Audience.ExcludedLists);
        ReferenceRules.Check(input.Office, input.PressOfficers, lists, excluded, isComplete, references, errors);
        return new()
        {
            Id = "",
            Office = input.Office,
            PressOfficers = [.. input.PressOfficers.Distinct()],
            Topics = references.Topics.Check("topics", input.Topics, errors),
            Countries = errors.Countries("countries", input.Countries),
            Audience = AudienceRules.Check(input.Audience, references, errors),
            OriginalLanguage = TranslationRules.CheckOriginal(input, errors),
            SendAt = SendTimeRule.Read(input.SendAt, input.Office, references.Offices, errors)?.ToUniversalTime(),
            TranslationPolicy = input.TranslationPolicy,
            WaitHours = CheckWait(input.WaitHours, errors),
            SourceUrl = CheckPage(input.SourceUrl, errors),
            Source = input.Source is null ? null : CheckSource(input.Source, errors),
            CreatedBy = "",
            CreatedAt = default,
        };
    }

    /// <summary>Whether there is anything in a release that an approver could look at.</summary>
    public static void CheckSubmission(ReleaseDocument read, FieldErrors errors) => errors.Require(
        ApprovalRule.Open(read.Release, read.Translations).Count > 0,
        "translations",
        read.Release.Approvals.Count > 0 ? "has no text that is ready and not approved yet." : "has no text that is ready.");

    /// <summary>Whether a draft can be scheduled: what it names may have gone since it was written.</summary>
    public static void CheckSchedule(
        Release draft, DateTimeOffset? sendAt, ReleaseReferences references, DateTimeOffset now, FieldErrors errors)
    {
        SendTimeLimits.Check(sendAt, references.Offices.GetValueOrDefault(draft.Office), now, errors);
        var (lists, excluded) = (draft.Audience.Lists, draft.Audience.ExcludedLists);
        ReferenceRules.Check(draft.Office, draft.PressOfficers, lists, excluded, isComplete: true, references, errors);
    }

    private static string? CheckPage(string? url, FieldErrors errors)
    {
        if (string.IsNullOrWhiteSpace(url)) return null;
        errors.Require(
            AcceptHtml.Page(url) is not null && url.Length <= LongestUrl,
            "sourceUrl",
            "is no address of a page, such as https://www.example.org/news/4.");
        return url;
    }

    private static int CheckWait(int hours, FieldErrors errors)
    {
        errors.Require(hours is >= 0 and <= LongestWait, "waitHours", $"is a number of hours from 0 to {LongestWait}.");
        return hours;
    }

    private static ReleaseSource CheckSource(ReleaseSource source, FieldErrors errors)
    {
        errors.Require(SystemForm().IsMatch(source.System), "source.system", "is up to 50 small letters, digits, '.', '_' or '-'.");
        return source with { Id = errors.Line("source.id", source.Id, LongestSourceId) };
    }

    [GeneratedRegex(@"^[a-z0-9][a-z0-9._-]{0,49}\z", RegexOptions.CultureInvariant)]
    private static partial Regex SystemForm();
}
