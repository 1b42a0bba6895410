using Distribution.Contacts.Contacts;

namespace Distribution.Readers.Signups;

/// <summary>Keeps what somebody said of themselves when they subscribed: as a new contact, or beside what is known of one.</summary>
public sealed class SaveSignup(AddContact addContact, ReplaceContact replaceContact, ContactStore contacts)
{
    /// <param name="signup">The signup.</param>
    /// <param name="address">HMAC of their address.</param>
    /// <returns>Null when there can be no such contact.</returns>
    public async Task<Contact?> RunAsync(Signup signup, string address, CancellationToken cancellationToken)
    {
        while (true)
        {
            var owner = await contacts.OwnerAsync(address, cancellationToken);
            if (owner is null || await contacts.FindAsync(owner, cancellationToken) is not { } known)
            {
                switch (await addContact.RunAsync(SignupMergeRule.Get(signup), cancellationToken))
                {
                    case AddContactResult.Added added: return added.Contact.Value;
                    case AddContactResult.Invalid: return null;
                    default: continue;
                }
            }

            switch (await replaceContact.RunAsync(known, SignupMergeRule.Get(signup, known.Value), cancellationToken))
            {
                case ReplaceContactResult.Replaced replaced: return replaced.Contact.Value;
                // The stored data is no longer valid by the rules, which is no reason to turn the person away.
                case ReplaceContactResult.Invalid: return known.Value;
            }
        }
    }
}
