using Distribution.Contacts.Contacts;
using Distribution.Platform.Audit;
using Distribution.Platform.Jobs;
using Distribution.Platform.Storage;

namespace Distribution.Operations.Erasure;

/// <summary>
/// Has everything erased that is known of a person; also of one whose contact was removed before. A job does it. The same again changes
/// nothing, unless the person has been added again since. Once begun it is completed.
/// </summary>
public sealed class EraseContact(ErasureStore erasures, ContactStore contacts, JobStore jobs, TimeProvider clock)
{
    public async Task<EraseContactResult> RunAsync(string contact, Actor by, CancellationToken cancellationToken)
    {
        if (await contacts.SuccessorAsync(contact, cancellationToken) is not null)
            return new EraseContactResult.IsAlias((await contacts.OwnerAsync(contact, cancellationToken))!);
        var isThere = await contacts.FindAsync(contact, cancellationToken) is not null;
        if (!isThere && await contacts.FindAddressAsync(contact, cancellationToken) is null) return new EraseContactResult.Missing();

        ErasedContact? erasure = null;
        await jobs.FollowAsync(CarryOutErasure.JobName, contact, BeginningAsync, work: null, CancellationToken.None);
        return new EraseContactResult.Erasing(erasure!);

        async Task<bool> BeginningAsync()
        {
            erasure = await BeginAsync(contact, isThere, by);
            return true;
        }
    }

    private async Task<ErasedContact> BeginAsync(string contact, bool isThere, Actor by)
    {
        ErasedContact wanted = new() { Contact = contact, At = clock.GetUtcNow(), By = by.User, Key = by.Key };
        while (true)
        {
            var found = await erasures.FindAsync(contact, CancellationToken.None);
            if (found is { Value.ErasedAt: null } || (found is not null && !isThere)) return found.Value;
            var written = found is null
                ? await erasures.AddAsync(contact, wanted, CancellationToken.None)
                : await erasures.ReplaceAsync(found, wanted, CancellationToken.None);
            if (written is WriteResult.Done) return wanted;
        }
    }
}

public abstract record EraseContactResult
{
    private EraseContactResult() { }

    /// <summary>It is under way, or was done before.</summary>
    public sealed record Erasing(ErasedContact Erasure) : EraseContactResult;

    /// <summary>Nobody was ever known by this id.</summary>
    public sealed record Missing : EraseContactResult;

    /// <summary>The contact was merged into another one, whose data is the person's.</summary>
    public sealed record IsAlias(string Kept) : EraseContactResult;
}
