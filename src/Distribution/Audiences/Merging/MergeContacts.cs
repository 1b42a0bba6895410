using Distribution.Audiences.Suppressions;
using Distribution.Contacts.Contacts;
using Distribution.Platform.Addresses;
using Distribution.Platform.Audit;
using Distribution.Platform.Security;
using Distribution.Platform.Validation;

namespace Distribution.Audiences.Merging;

/// <summary>
/// Makes one contact of two: the one stays, with its id, and the other becomes an alias of it. Repeating the merge finds the first.
/// Once begun it is completed; a job that is scheduled before resumes it if it is cut off.
/// </summary>
public sealed class MergeContacts(
    MergeStore merges,
    ContactStore contacts,
    SuppressionStore suppressions,
    FinishMerge finishMerge,
    CompleteMerge completeMerge,
    AddressHash hash,
    TimeProvider clock)
{
    /// <summary>So often it is looked again after somebody else was there first.</summary>
    private const int Attempts = 5;

    /// <param name="keptId">The contact that stays.</param>
    /// <param name="otherId">The contact that becomes an alias of it.</param>
    /// <param name="isSilenceMeant">Whether it is meant that the person gets nothing any more, where the address that stays is not mailed.</param>
    /// <param name="by">The user who merges them.</param>
    public async Task<MergeContactsResult> RunAsync(string keptId, string otherId, bool isSilenceMeant, Actor by, CancellationToken cancellationToken)
    {
        if (keptId == otherId) return Invalid("is the contact itself.");
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await contacts.FindAsync(keptId, cancellationToken) is not { } kept) return await MissingAsync(keptId, cancellationToken);
            if (await contacts.FindAsync(otherId, cancellationToken) is not { } other)
            {
                if (await AlreadyAsync(keptId, otherId, cancellationToken) is { } already) return already;
                continue;
            }

            var suppressed = await SuppressedAsync([kept.Value, other.Value], cancellationToken);
            if (!isSilenceMeant && Silence(kept.Value, other.Value, suppressed) is { } why) return new MergeContactsResult.Silent(why);
            var merge = await NewAsync(kept.Value, other.Value, by, cancellationToken);
            if (await completeMerge.RunAsync(merge.Id, () => merges.BeginAsync(merge, CancellationToken.None), cancellationToken)) return await ResultAsync(merge.Id, suppressed);
            await completeMerge.HelpAsync([keptId, otherId], cancellationToken);
        }

        return new MergeContactsResult.Busy();
    }

    private async Task<MergeContactsResult> MissingAsync(string id, CancellationToken cancellationToken) =>
        await contacts.OwnerAsync(id, cancellationToken) is { } owner && owner != id
            ? new MergeContactsResult.IsAlias(owner)
            : new MergeContactsResult.Missing();

    /// <summary>The answer when the other contact does not exist; null when it has to be read again.</summary>
    private async Task<MergeContactsResult?> AlreadyAsync(string kept, string other, CancellationToken cancellationToken)
    {
        var owner = await contacts.OwnerAsync(other, cancellationToken);
        if (owner is null || owner == other) return Invalid("is not the id of a contact.");
        if (owner != kept) return Invalid("has been merged into another contact.");
        var known = (await merges.IntoAsync(kept, cancellationToken)).FirstOrDefault(merge => merge.Value.Other == other);
        if (known is null) return Invalid("is an alias of this contact already.");
        await finishMerge.RunAsync(known.Value.Id, CancellationToken.None);
        return await merges.FindAsync(known.Value.Id, CancellationToken.None) is { Value.State: MergeState.Running or MergeState.Done } merge
            ? new MergeContactsResult.Merged(merge, [])
            : null;
    }

    private async Task<IReadOnlyList<SuppressedContact>> SuppressedAsync(IReadOnlyList<Contact> both, CancellationToken cancellationToken)
    {
        List<SuppressedContact> suppressed = [];
        foreach (var contact in both)
        {
            if (await suppressions.FindAsync(hash.Compute(MailAddress.Parse(contact.Address)!), cancellationToken) is not { } found) continue;
            suppressed.Add(new(contact.Id, found.Value.Reason, found.Value.At));
        }

        return suppressed;
    }

    /// <summary>The reason why a person who was mailed as the other contact would not be mailed any more.</summary>
    private static string? Silence(Contact kept, Contact other, IReadOnlyList<SuppressedContact> suppressed)
    {
        var silenced = suppressed.Select(contact => contact.Contact).ToHashSet();
        if (other.Status == ContactStatus.Archived || silenced.Contains(other.Id)) return null;
        if (silenced.Contains(kept.Id)) return "The address of the contact that stays is suppressed, and the other's is not.";
        return kept.Status == ContactStatus.Archived ? "The contact that stays is archived, and the other is not." : null;
    }

    private async Task<Merge> NewAsync(Contact kept, Contact other, Actor by, CancellationToken cancellationToken)
    {
        // Later than the last one, whatever the clocks say: they are undone in the reverse order.
        var next = await merges.IntoAsync(kept.Id, cancellationToken) is [var last, ..] ? last.Value.At.AddTicks(1) : default;
        var at = clock.GetUtcNow() is var now && now > next ? now : next;
        return new()
        {
            Id = MergeStore.NewId(kept.Id, at),
            Kept = kept.Id,
            Other = other.Id,
            At = at,
            By = by.User,
            Key = by.Key,
            KeptBefore = kept,
            OtherBefore = other,
        };
    }

    private async Task<MergeContactsResult> ResultAsync(string id, IReadOnlyList<SuppressedContact> suppressed) =>
        await merges.FindAsync(id, CancellationToken.None) is { Value.State: MergeState.Running or MergeState.Done } merge
            ? new MergeContactsResult.Merged(merge, suppressed)
            : new MergeContactsResult.Missing();

    private static MergeContactsResult.Invalid Invalid(string message)
    {
        FieldErrors errors = new();
        errors.Add("other", message);
        return new(errors);
    }
}
