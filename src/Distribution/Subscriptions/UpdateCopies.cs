using Distribution.Contacts;

namespace Distribution.Subscriptions;

/// <summary>
/// Brings what a contact's subscriptions carry of it up to date, and ends them when the contact is gone. It looks at the contact once
/// more when it is done, so that of two runs at once the last leaves the newest data; harmless to repeat.
/// </summary>
public sealed class UpdateCopies(ContactStore contacts, SubscriptionStore subscriptions, TimeProvider clock)
{
    public async Task RunAsync(string contact, CancellationToken cancellationToken)
    {
        var current = await contacts.FindAsync(contact, cancellationToken);
        for (var done = false; !done;)
        {
            var copied = current;
            foreach (var subscription in await subscriptions.OfContactAsync(contact, cancellationToken))
            {
                await subscriptions.ChangeAsync(
                    subscription, row => SubscriptionChange.Copy(row, copied?.Value, clock.GetUtcNow()), cancellationToken);
            }

            current = await contacts.FindAsync(contact, cancellationToken);
            done = current?.ETag == copied?.ETag;
        }
    }
}
