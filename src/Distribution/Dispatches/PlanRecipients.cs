using System.Runtime.CompilerServices;
using Distribution.Contacts;
using Distribution.Languages;
using Distribution.Organisations;
using Distribution.Releases;
using Distribution.Security;
using Distribution.Subscriptions;
using Distribution.Suppressions;

namespace Distribution.Dispatches;

/// <summary>Decides who gets a release, once each and in which language, and counts who does not and why.</summary>
public sealed class PlanRecipients(ReadAudience readAudience, SuppressionStore suppressions, AddressHash hash)
{
    /// <summary>The recipients by contact id; <paramref name="excluded"/> is complete when they have all been read.</summary>
    public async IAsyncEnumerable<Recipient> RunAsync(
        ReleaseDocument document,
        Organisation organisation,
        Dictionary<string, int> excluded,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var audience = document.Release.Audience;
        var suppressed = await SuppressedAddresses.ReadAsync(suppressions, hash, cancellationToken);
        await foreach (var contact in readAudience.RunAsync(audience.Lists, cancellationToken))
        {
            if (AudienceRule.Exclude(contact, audience, IsSuppressed(contact, suppressed)) is { } reason) excluded[reason] = excluded.GetValueOrDefault(reason) + 1;
            else yield return Recipient(contact, document, organisation);
        }
    }

    /// <summary>Looks at the address that would be mailed: an ended subscription keeps an older one.</summary>
    private static bool IsSuppressed(IReadOnlyList<Membership> contact, SuppressedAddresses suppressed) =>
        MailAddress.Parse(contact.FirstOrDefault(subscription => subscription.State == SubscriptionState.Confirmed)?.Address) is { } address
        && suppressed.Contains(address);

    private static Recipient Recipient(IReadOnlyList<Membership> contact, ReleaseDocument document, Organisation organisation)
    {
        var confirmed = contact.Where(subscription => subscription.State == SubscriptionState.Confirmed).ToList();
        var first = confirmed[0];
        var country = first.Countries.Count > 0 ? first.Countries[0] : null;
        return new(
            first.Contact,
            first.Address,
            first.Name,
            MailLanguage.Choose(first.Languages, country, document.Languages, organisation.LanguageByCountry, document.Release.OriginalLanguage),
            first.Languages,
            [.. confirmed.Select(subscription => Number(document.Release.Audience.Lists, subscription.List))]);
    }

    private static int Number(IReadOnlyList<string> lists, string list)
    {
        var number = 0;
        while (lists[number] != list) number++;
        return number;
    }
}
