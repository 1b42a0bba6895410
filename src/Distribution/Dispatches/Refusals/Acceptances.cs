using System.Runtime.CompilerServices;
using Distribution.Audiences.Suppressions;
using Distribution.Dispatches.Ledger;
using Distribution.Mail.Outcomes;
using Distribution.Platform.Addresses;

namespace Distribution.Dispatches.Refusals;

/// <summary>
/// Looks whether an address took a mail between two refusals: one read of the ledger for each dispatch between them, the newest first.
/// Only an address that is about to be suppressed is looked for. The dispatches are read once, for all addresses of a run.
/// </summary>
internal sealed class Acceptances(DispatchStore dispatches, BatchStore batches)
{
    private const int PageSize = 100;

    /// <summary>The longest that <see cref="RetryOptions.MaxRetryAge"/> can be: a dispatch may have been accepted that much after it was created.</summary>
    private static readonly TimeSpan LongestTried = TimeSpan.FromDays(5);

    private readonly List<Dispatch> known = [];
    private string? after;
    private bool isRead;

    /// <param name="contact">The contact with that address.</param>
    /// <param name="address">The address.</param>
    /// <param name="refused">Its refusals.</param>
    public async Task<bool> AnyAsync(string contact, MailAddress address, RefusedAddress refused, CancellationToken cancellationToken)
    {
        await foreach (var dispatch in SinceAsync(refused.First.At - LongestTried, cancellationToken))
        {
            if (dispatch.CreatedAt > refused.Last.At || dispatch.FinishedAt < refused.First.At) continue;
            if (dispatch is not { Kind: DispatchKind.Release or DispatchKind.Translation, Plan: not null } || dispatch.Id == refused.First.Dispatch || dispatch.Id == refused.Last.Dispatch) continue;
            if (await batches.FindOfAsync(dispatch, contact, cancellationToken) is not { } batch || batch.IndexOf(contact) is not { } place) continue;
            if (Took(batch.Recipients[place], batch.Outcomes[place], address, refused)) return true;
        }

        return false;
    }

    private static bool Took(Recipient recipient, Outcome outcome, MailAddress address, RefusedAddress refused) =>
        outcome.State == OutcomeState.Accepted && outcome.At > refused.First.At && outcome.At < refused.Last.At
        && MailAddress.Parse(recipient.Address)?.Key == address.Key;

    private async IAsyncEnumerable<Dispatch> SinceAsync(
        DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var index = 0; ; index++)
        {
            while (index == known.Count && !isRead) await ReadAsync(cancellationToken);
            if (index == known.Count || known[index].CreatedAt < since) yield break;
            yield return known[index];
        }
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var page = await dispatches.PageAsync(PageSize, after, cancellationToken);
        known.AddRange(page.Items.Select(item => item.Value));
        (after, isRead) = (page.After, page.After is null);
    }
}
