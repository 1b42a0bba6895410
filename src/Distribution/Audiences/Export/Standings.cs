using Distribution.Audiences.Suppressions;
using Distribution.Contacts.Contacts;
using Distribution.Contacts.Files;
using Distribution.Platform.Addresses;
using Distribution.Platform.Security;

namespace Distribution.Audiences.Export;

/// <summary>The suppressions and subscriptions of contacts when an export began.</summary>
public sealed class Standings(
    IReadOnlyDictionary<string, SuppressionReason> suppressed, ILookup<string, RowSubscription> subscriptions, AddressHash hash)
{
    public ExportedStanding Of(Contact contact) => new(
        MailAddress.Parse(contact.Address) is { } address && suppressed.TryGetValue(hash.Compute(address), out var reason) ? reason : null,
        [.. subscriptions[contact.Id].OrderBy(subscription => subscription.List, StringComparer.Ordinal)]);
}
