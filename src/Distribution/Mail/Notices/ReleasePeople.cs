using Distribution.Publisher.Offices;
using Distribution.Publisher.Users;
using Distribution.Releases.Drafts;

namespace Distribution.Mail.Notices;

/// <summary>Whom a release concerns; pure.</summary>
public static class ReleasePeople
{
    /// <summary>Those who wrote it, asked for its approval and scheduled it.</summary>
    public static IReadOnlyList<string> Of(Release release) =>
        [.. new[] { release.CreatedBy, release.EditedBy, release.SubmittedBy, release.ScheduledBy }.OfType<string>().Distinct()];

    /// <summary>Those who may approve it.</summary>
    /// <param name="release">The release.</param>
    /// <param name="people">All of the organisation's people.</param>
    /// <param name="offices">Roles at an office hold at those below it.</param>
    /// <param name="needsSecondPerson">Whether its last editor may not.</param>
    public static IReadOnlyList<string> Approvers(Release release, IEnumerable<Person> people, OfficeTree offices, bool needsSecondPerson) =>
    [
        .. from person in people
           where !needsSecondPerson || person.Id != (release.EditedBy ?? release.CreatedBy)
           where new Access(person.Grants, Role.Administrator, []).At(release.Office, Role.Approver, offices)
           select person.Id,
    ];
}
