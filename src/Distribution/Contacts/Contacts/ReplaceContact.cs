using Distribution.Platform.Storage;
using Distribution.Platform.Validation;

namespace Distribution.Contacts.Contacts;

/// <summary>Replaces a contact. Its id, its subscriptions and every address that it ever had stay with it, so that it remains one row.</summary>
public sealed class ReplaceContact(ContactStore contacts, CheckContact checkContact, ClaimAddresses claimAddresses, SyncContact syncContact)
{
    public async Task<ReplaceContactResult> RunAsync(Stored<Contact> read, ContactInput input, CancellationToken cancellationToken)
    {
        var id = read.Value.Id;
        var errors = new FieldErrors();
        var contact = await checkContact.RunAsync(id, input, errors, cancellationToken);
        if (!errors.Any) await claimAddresses.RunAsync(contact, errors, cancellationToken);
        if (errors.Any) return new ReplaceContactResult.Invalid(errors);

        return await syncContact.RunAsync(id, () => contacts.ReplaceAsync(read, Origins.Carry(read.Value, contact with { Aliases = read.Value.Aliases }), cancellationToken), cancellationToken)
            && await contacts.FindAsync(id, cancellationToken) is { } replaced
                ? new ReplaceContactResult.Replaced(replaced)
                : new ReplaceContactResult.Changed();
    }
}

public abstract record ReplaceContactResult
{
    private ReplaceContactResult() { }

    public sealed record Replaced(Stored<Contact> Contact) : ReplaceContactResult;

    /// <summary>The contact is no longer the one that was read.</summary>
    public sealed record Changed : ReplaceContactResult;

    public sealed record Invalid(FieldErrors Errors) : ReplaceContactResult;
}
