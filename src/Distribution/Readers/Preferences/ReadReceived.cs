using Distribution.Audiences.Merging;
using Distribution.Dispatches.Ledger;
using Distribution.Releases.Drafts;

namespace Distribution.Readers.Preferences;

/// <summary>Looks somebody up in the ledgers: one range query for each dispatch and each id they were known by, some at a time.</summary>
public sealed class ReadReceived(DispatchStore dispatches, BatchStore batches, ReleaseStore releases, ContactIds contactIds)
{
    private const int AtOnce = 16;

    /// <param name="contact">Id of the contact.</param>
    /// <param name="most">The latest dispatches that are looked at; null looks at all.</param>
    /// <returns>Newest first.</returns>
    public async Task<IReadOnlyList<ReceivedMail>> RunAsync(string contact, int? most, CancellationToken cancellationToken)
    {
        List<string> ids = [contact, .. await contactIds.AliasesAsync(contact, cancellationToken)];
        List<ReceivedMail> found = [];
        string? after = null;
        var looked = 0;
        do
        {
            var page = await dispatches.PageAsync(Math.Min(most - looked ?? 100, 100), after, cancellationToken);
            foreach (var some in page.Items.Chunk(AtOnce))
            {
                var mails = await Task.WhenAll(some.SelectMany(dispatch => ids.Select(id => FindAsync(dispatch.Value, id, cancellationToken))));
                found.AddRange(mails.OfType<ReceivedMail>());
            }

            (after, looked) = (page.After, looked + page.Items.Count);
        }
        while (after is not null && !(looked >= most));
        return found;
    }

    private async Task<ReceivedMail?> FindAsync(Dispatch dispatch, string contact, CancellationToken cancellationToken)
    {
        if (await batches.FindOfAsync(dispatch, contact, cancellationToken) is not { } batch || batch.IndexOf(contact) is not { } index) return null;
        var (recipient, outcome) = (batch.Recipients[index], batch.Outcomes[index]);
        var ids = dispatch.Kind == DispatchKind.Digest ? recipient.Releases.Select(release => dispatch.Releases[release]) : [dispatch.Release];
        return new()
        {
            Dispatch = dispatch.Id,
            Headlines = await HeadlinesAsync(ids, recipient.Language, cancellationToken),
            Language = recipient.Language,
            Address = recipient.Address,
            Lists = [.. recipient.Lists.Select(list => dispatch.Lists[list])],
            Outcome = outcome.State,
            At = outcome.At,
        };
    }

    private async Task<IReadOnlyList<string>> HeadlinesAsync(IEnumerable<string> ids, string language, CancellationToken cancellationToken)
    {
        List<string> headlines = [];
        foreach (var id in ids)
        {
            if (await releases.FindMainAsync(id, cancellationToken) is { } release) headlines.Add(release.Value.Headlines.In(language));
        }

        return headlines;
    }
}
