using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Contacts;
using Distribution.Platform.Addresses;
using Distribution.Platform.Security;
using Distribution.Platform.Storage;
using Distribution.Platform.Validation;

namespace Distribution.Audiences.Suppressions;

/// <summary>
/// Makes sure that an address is not mailed, also for mails that are planned and not yet sent; idempotent, and completed once begun.
/// </summary>
public sealed class AddSuppression(
    SuppressionStore suppressions, ContactStore contacts, SendExclusionStore sendExclusions, AddressHash addressHash, TimeProvider clock)
{
    public async Task<AddSuppressionResult> RunAsync(SuppressionInput input, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        SuppressionRules.Check(input, errors);
        if (errors.Any) return new AddSuppressionResult.Invalid(errors);

        var id = addressHash.Compute(MailAddress.Parse(input.Address)!);
        var suppression = new Suppression { Id = id, Reason = input.Reason, Evidence = input.Evidence.Trim(), At = clock.GetUtcNow() };
        var written = await suppressions.AddAsync(id, suppression, CancellationToken.None);
        // All that it was merged into too: a plan from before names the contact that had it then.
        foreach (var contact in await contacts.MergeChainAsync(id, CancellationToken.None))
        {
            await sendExclusions.AddAsync(new() { Contact = contact, At = clock.GetUtcNow() }, CancellationToken.None);
        }

        return written is WriteResult.Done && await suppressions.FindAsync(id, cancellationToken) is { } added
            ? new AddSuppressionResult.Added(added)
            : new AddSuppressionResult.Known(id);
    }
}

public abstract record AddSuppressionResult
{
    private AddSuppressionResult() { }

    public sealed record Added(Stored<Suppression> Suppression) : AddSuppressionResult;

    /// <summary>The address is suppressed already.</summary>
    public sealed record Known(string Id) : AddSuppressionResult;

    public sealed record Invalid(FieldErrors Errors) : AddSuppressionResult;
}
