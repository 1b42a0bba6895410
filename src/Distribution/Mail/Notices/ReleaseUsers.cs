using Distribution.Publisher.Offices;
using Distribution.Publisher.Users;
using Distribution.Releases.Drafts;

namespace Distribution.Mail.Notices;

/// <summary>The users concerned by a release; pure.</summary>
public static class ReleaseUsers
{
    /// <summary>Those who wrote it, asked for its approval and scheduled it.</summary>
    public static IReadOnlyList<string> Get(Release release) =>
        [.. new[] { release.CreatedBy, release.EditedBy, release.SubmittedBy, release.ScheduledBy }.OfType<string>().Distinct()];

    /// <summary>Those who may approve it.</summary>
    /// <param name="release">The release.</param>
    /// <param name="users">All of the organisation's users.</param>
    /// <param name="offices">Roles at an office hold at those below it.</param>
    /// <param name="needsSecondUser">Whether its last editor may not.</param>
    public static IReadOnlyList<string> Approvers(Release release, IEnumerable<User> users, OfficeTree offices, bool needsSecondUser) =>
    [
        .. from user in users
           where !needsSecondUser || user.Id != (release.EditedBy ?? release.CreatedBy)
           where new Access(user.Grants, Role.Administrator, []).At(release.Office, Role.Approver, offices)
           select user.Id,
    ];
}
