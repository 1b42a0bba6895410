using Distribution.Audiences.Suppressions;
using Distribution.Dispatches.Ledger;
using Distribution.Mail.Outcomes;
using Distribution.Platform.Addresses;
using Distribution.Platform.Jobs;
using Distribution.Platform.Security;
using Distribution.Platform.Storage;

namespace Distribution.Dispatches.Refusals;

/// <summary>
/// After a dispatch: records the addresses that were refused as ones that do not exist, and suppresses those that were refused so a day or
/// more before. A run that is cut off is repeated; recording the same refusal is idempotent.
/// </summary>
public sealed class RecordHardRefusals(
    DispatchStore dispatches, BatchStore batches, HardRefusalStore refusals, AddSuppression addSuppression, AddressHash hash) : IJobRunner
{
    public const string JobName = "hard-refusals";

    public string Name => JobName;

    public async Task<DateTimeOffset?> RunAsync(string id, CancellationToken cancellationToken)
    {
        if (await dispatches.FindAsync(id, cancellationToken) is not
            {
                Value:
                {
                    Kind: DispatchKind.Release
            or DispatchKind.Translation, Plan: not null
                } dispatch
            }) return null;
        Acceptances acceptances = new(dispatches, batches);
        await foreach (var batch in batches.WithAsync([OutcomeState.Refused], dispatch, after: null, cancellationToken))
        {
            foreach (var (recipient, outcome) in batch.Recipients.Zip(batch.Outcomes))
            {
                // The address of somebody erased meanwhile is gone.
                if (!HardRefusalRule.IsOfAddress(outcome) || MailAddress.Parse(recipient.Address) is not { } address) continue;
                HardRefusal refusal =
                    new(id, outcome.At!.Value, outcome.Code, outcome.Enhanced!, Redaction.Redact(outcome.Words ?? "", address));
                await NoteAsync(recipient.Contact, address, refusal, acceptances, cancellationToken);
            }
        }

        return null;
    }

    private async Task NoteAsync(
        string contact, MailAddress address, HardRefusal refusal, Acceptances acceptances, CancellationToken cancellationToken)
    {
        var id = hash.Compute(address);
        while (true)
        {
            var read = await refusals.FindAsync(id, cancellationToken);
            var refused = HardRefusalRule.After(read?.Value, id, refusal);
            if (HardRefusalRule.Suppresses(refused) && await acceptances.AnyAsync(contact, address, refused, cancellationToken))
                refused = HardRefusalRule.Restart(refused);
            if (!await WriteAsync(read, refused, cancellationToken)) continue;
            if (HardRefusalRule.Suppresses(refused)) await SuppressAsync(address, refused, cancellationToken);
            return;
        }
    }

    private async Task<bool> WriteAsync(Stored<RefusedAddress>? read, RefusedAddress refused, CancellationToken cancellationToken)
    {
        if (read?.Value == refused) return true;
        var written = read is null
            ? await refusals.AddAsync(refused.Id, refused, cancellationToken)
            : await refusals.ReplaceAsync(read, refused, cancellationToken);
        return written is WriteResult.Done;
    }

    private async Task SuppressAsync(MailAddress address, RefusedAddress refused, CancellationToken cancellationToken)
    {
        SuppressionInput input =
            new() { Address = address.ToString(), Reason = SuppressionReason.Refused, Evidence = HardRefusalRule.Evidence(refused) };
        if (await addSuppression.RunAsync(input, cancellationToken) is AddSuppressionResult.Invalid)
        {
            throw new InvalidOperationException($"The evidence against address {refused.Id} cannot be kept.");
        }
    }
}
