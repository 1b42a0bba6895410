using System.Text.Json;
using Distribution.Audiences.MediaLists;
using Distribution.Audiences.Subscriptions;
using Distribution.Audiences.Suppressions;
using Distribution.Contacts.Contacts;
using Distribution.Platform.Security;
using Distribution.Platform.Storage;

namespace Distribution.Readers.Signups;

/// <summary>
/// Reads what a confirmation link stands for. Of a used link it says whether the subscription still stands: its person may have
/// unsubscribed since, or been suppressed or erased.
/// </summary>
public sealed class ReadSignupLink(
    OneTimeTokenStore tokens, MediaListStore lists, ContactStore contacts, SubscriptionStore subscriptions, SuppressionStore suppressions)
{
    public async Task<SignupLink> RunAsync(string secret, CancellationToken cancellationToken) =>
        await tokens.FindAsync(TokenPurpose.Confirm, secret, cancellationToken) is { Value: var token }
            ? await ReadAsync(token, cancellationToken)
            : new SignupLink.Invalid();

    private async Task<SignupLink> ReadAsync(OneTimeToken token, CancellationToken cancellationToken)
    {
        var signup = JsonSerializer.Deserialize<Signup>(token.Details!, StoredJson.Options)!;
        var asked = await lists.AllAsync(cancellationToken).Select(row => row.Value).Where(list => signup.Lists.Contains(list.Id))
            .ToListAsync(cancellationToken);
        if (token.UsedAt is not { } at)
        {
            var open = asked.Where(list => list.Public).ToList();
            return open.Count > 0 ? new SignupLink.Open(signup, open) : new SignupLink.Closed(signup);
        }

        var current = await CurrentAsync(token.Subject, cancellationToken);
        return new SignupLink.Used(
            signup,
            at,
            [.. asked.Where(list => current.Contains(list.Id))],
            [.. asked.Where(list => !current.Contains(list.Id))]);
    }

    /// <summary>The lists by which the address is mailed.</summary>
    private async Task<IReadOnlyCollection<string>> CurrentAsync(string address, CancellationToken cancellationToken)
    {
        if (await suppressions.FindAsync(address, cancellationToken) is not null
            || await contacts.OwnerAsync(address, cancellationToken) is not { } owner)
            return [];
        return
        [
            .. from row in await subscriptions.ForContactAsync(owner, cancellationToken)
               where row.Value is { State: SubscriptionState.Confirmed, IsArchived: false }
               select row.Value.List,
        ];
    }
}
