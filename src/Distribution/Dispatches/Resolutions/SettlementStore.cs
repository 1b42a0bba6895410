using Azure.Data.Tables;
using Distribution.Platform.Storage;

namespace Distribution.Dispatches.Resolutions;

/// <summary>Settlements by dispatch and contact: rows of their own beside the batches, so that they contend with no sender and change no record.</summary>
public sealed class SettlementStore(Tables tables)
{
    private readonly Rows<Settlement> rows = new(tables[Tables.Settlements]);

    /// <summary>The settlements of a dispatch by contact id; people make them, so there are few.</summary>
    public async Task<IReadOnlyDictionary<string, Settlement>> OfAsync(string dispatch, CancellationToken cancellationToken)
    {
        var settlements = rows.QueryAsync(TableClient.CreateQueryFilter($"PartitionKey eq {dispatch}"), cancellationToken);
        return await settlements.ToDictionaryAsync(row => row.Value.Contact, row => row.Value, cancellationToken: cancellationToken);
    }

    /// <summary>Writes what becomes of the settlements of these contacts, all or none; whoever writes at the same time is taken into account.</summary>
    /// <param name="dispatch">Id of the dispatch.</param>
    /// <param name="contacts">Ids of at most 100 contacts.</param>
    /// <param name="change">From the settlement that a contact has, if any, to the one it shall have.</param>
    /// <param name="cancellationToken">Ends it before the write.</param>
    public async Task<IReadOnlyList<Settlement>> ChangeAsync(
        string dispatch, IReadOnlyList<string> contacts, Func<string, Settlement?, Settlement> change, CancellationToken cancellationToken)
    {
        while (true)
        {
            var known = await FindAsync(dispatch, contacts, cancellationToken);
            List<Settlement> settlements = [];
            List<TableTransactionAction> actions = [];
            foreach (var contact in contacts)
            {
                var read = known.GetValueOrDefault(contact);
                var next = change(contact, read?.Value);
                settlements.Add(next);
                if (!ReferenceEquals(next, read?.Value)) actions.Add(Action(dispatch, read, next));
            }

            if (actions.Count == 0 || await rows.TransactAsync(actions, cancellationToken) is WriteResult.Done) return settlements;
        }
    }

    private async Task<Dictionary<string, Stored<Settlement>>> FindAsync(
        string dispatch, IReadOnlyList<string> contacts, CancellationToken cancellationToken)
    {
        var (first, last) = (contacts.Min(StringComparer.Ordinal), contacts.Max(StringComparer.Ordinal));
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {dispatch} and RowKey ge {first} and RowKey le {last}");
        return await rows.QueryAsync(filter, cancellationToken).ToDictionaryAsync(row => row.Value.Contact, cancellationToken: cancellationToken);
    }

    private static TableTransactionAction Action(string dispatch, Stored<Settlement>? read, Settlement next) => read is null
        ? new(TableTransactionActionType.Add, Rows<Settlement>.NewRow(dispatch, next.Contact, next))
        : new(TableTransactionActionType.UpdateReplace, Columns<Settlement>.Write(next, new TableEntity(read.Entity)), read.ETag);
}
