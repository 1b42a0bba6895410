using Azure.Data.Tables;
using Distribution.Platform.Storage;

namespace Distribution.Dispatches.Resolutions;

/// <summary>
/// Resolutions by dispatch and contact: rows of their own beside the batches, so that they contend with no sender and change no record.
/// </summary>
public sealed class ResolutionStore(Tables tables)
{
    private readonly Rows<HeldResolution> rows = new(tables[Tables.Resolutions]);

    /// <summary>The resolutions of a dispatch by contact id; users make them by hand, so there are few.</summary>
    public async Task<IReadOnlyDictionary<string, HeldResolution>> ForDispatchAsync(string dispatch, CancellationToken cancellationToken)
    {
        var resolutions = rows.QueryAsync(TableClient.CreateQueryFilter($"PartitionKey eq {dispatch}"), cancellationToken);
        return await resolutions.ToDictionaryAsync(row => row.Value.Contact, row => row.Value, cancellationToken: cancellationToken);
    }

    public async Task<HeldResolution?> FindAsync(string dispatch, string contact, CancellationToken cancellationToken) =>
        (await rows.FindAsync(dispatch, contact, cancellationToken))?.Value;

    /// <summary>Writes the resolutions of these contacts, all or none; concurrent writes are taken into account.</summary>
    /// <param name="dispatch">Id of the dispatch.</param>
    /// <param name="contacts">Ids of at most 100 contacts.</param>
    /// <param name="change">From the resolution that a contact has, if any, to the new one.</param>
    public async Task<IReadOnlyList<HeldResolution>> ChangeAsync(
        string dispatch,
        IReadOnlyList<string> contacts,
        Func<string, HeldResolution?, HeldResolution> change,
        CancellationToken cancellationToken)
    {
        while (true)
        {
            var known = await FindAsync(dispatch, contacts, cancellationToken);
            List<HeldResolution> resolutions = [];
            List<TableTransactionAction> actions = [];
            foreach (var contact in contacts)
            {
                var read = known.GetValueOrDefault(contact);
                var next = change(contact, read?.Value);
                resolutions.Add(next);
                if (!ReferenceEquals(next, read?.Value)) actions.Add(Action(dispatch, read, next));
            }

            if (actions.Count == 0 || await rows.TransactAsync(actions, cancellationToken) is WriteResult.Done) return resolutions;
        }
    }

    private async Task<Dictionary<string, Stored<HeldResolution>>> FindAsync(
        string dispatch, IReadOnlyList<string> contacts, CancellationToken cancellationToken)
    {
        var (first, last) = (contacts.Min(StringComparer.Ordinal), contacts.Max(StringComparer.Ordinal));
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {dispatch} and RowKey ge {first} and RowKey le {last}");
        return await rows.QueryAsync(filter, cancellationToken)
            .ToDictionaryAsync(row => row.Value.Contact, cancellationToken: cancellationToken);
    }

    private static TableTransactionAction Action(string dispatch, Stored<HeldResolution>? read, HeldResolution next) => read is null
        ? new(TableTransactionActionType.Add, Rows<HeldResolution>.NewRow(dispatch, next.Contact, next))
        : new(TableTransactionActionType.UpdateReplace, Columns<HeldResolution>.Write(next, new TableEntity(read.Entity)), read.ETag);
}
