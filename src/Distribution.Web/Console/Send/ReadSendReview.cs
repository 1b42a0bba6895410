using Distribution.Audiences.MediaLists;
using Distribution.Publisher.Offices;
using Distribution.Publisher.Users;
using Distribution.Releases.Workflow;
using Distribution.Web.Console.Releases;

namespace Distribution.Web.Console.Send;

/// <summary>Reads what an approver looks at beside the words of a release, and keeps that they have seen this version.</summary>
internal sealed class ReadSendReview(ReadPressContacts readPressContacts, MediaListStore lists, ReadUnseenChanges readUnseenChanges)
{
    public async Task<SendReview> RunAsync(ReleaseVisit visit, CancellationToken cancellationToken)
    {
        var contacts = readPressContacts.RunAsync(visit.Release.PressOfficers, cancellationToken);
        var changes = visit.Can(Role.Approver)
            ? readUnseenChanges.RunAsync(visit.Document, visit.Visit.User.Id, cancellationToken)
            : Task.FromResult<UnseenChanges?>(null);
        var named = await lists.AllAsync(cancellationToken)
            .ToDictionaryAsync(row => row.Value.Id, row => row.Value, cancellationToken: cancellationToken);
        return new(await contacts, named, await changes);
    }
}
