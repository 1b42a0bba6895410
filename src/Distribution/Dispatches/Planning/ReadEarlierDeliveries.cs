using Distribution.Dispatches.Ledger;
using Distribution.Mail.Outcomes;

namespace Distribution.Dispatches.Planning;

/// <summary>Reads the ledgers of several dispatches side by side, person by person in order of contact id, each row once.</summary>
internal sealed class ReadEarlierDeliveries(IEnumerable<IAsyncEnumerable<Batch>> ledgers) : IAsyncDisposable
{
    private readonly List<IAsyncEnumerator<(Recipient Recipient, Outcome Outcome)>> open = [.. ledgers.Select(ledger => People(ledger).GetAsyncEnumerator())];
    private readonly HashSet<IAsyncEnumerator<(Recipient, Outcome)>> begun = [];

    /// <summary>The earlier plans for a person; call it with ever greater ids.</summary>
    public async ValueTask<IReadOnlyList<EarlierDelivery>> RunAsync(string contact)
    {
        List<EarlierDelivery>? found = null;
        for (var index = open.Count - 1; index >= 0; index--)
        {
            var ledger = open[index];
            if (!await AdvanceAsync(ledger, contact))
            {
                open.RemoveAt(index);
                await ledger.DisposeAsync();
            }
            else if (ledger.Current.Recipient.Contact == contact) (found ??= []).Add(EarlierDelivery.From(ledger.Current.Recipient, ledger.Current.Outcome));
        }

        return found ?? (IReadOnlyList<EarlierDelivery>)[];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var ledger in open) await ledger.DisposeAsync();
    }

    /// <summary>Moves forward to the person, or to the first after them.</summary>
    /// <returns>False at the end of the ledger.</returns>
    private async ValueTask<bool> AdvanceAsync(IAsyncEnumerator<(Recipient Recipient, Outcome Outcome)> ledger, string contact)
    {
        if (begun.Add(ledger) && !await ledger.MoveNextAsync()) return false;
        while (string.CompareOrdinal(ledger.Current.Recipient.Contact, contact) < 0)
        {
            if (!await ledger.MoveNextAsync()) return false;
        }

        return true;
    }

    private static async IAsyncEnumerable<(Recipient Recipient, Outcome Outcome)> People(IAsyncEnumerable<Batch> ledger)
    {
        await foreach (var batch in ledger)
        {
            foreach (var person in batch.Recipients.Zip(batch.Outcomes)) yield return person;
        }
    }
}
