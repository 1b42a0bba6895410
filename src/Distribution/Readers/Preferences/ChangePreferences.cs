using System.Globalization;
using Distribution.Audiences.MediaLists;
using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Contacts;
using Distribution.Dispatches.Digests;
using Distribution.Platform.Storage;
using Distribution.Readers.Unsubscribe;

namespace Distribution.Readers.Preferences;

/// <summary>
/// Carries out the choices on the preferences page. Each step is idempotent, so saving once more after a failure completes it.
/// </summary>
public sealed class ChangePreferences(
    SaveOwnDetails saveOwnDetails,
    ChangeDeliveryPreferences changeDeliveryPreferences,
    MediaListStore lists,
    SubscriptionStore subscriptions,
    SubscribeByOwner subscribe,
    EndSubscription endSubscription,
    ScheduleUnsubscribeNotice scheduleUnsubscribeNotice,
    TimeProvider clock)
{
    public async Task<ReplaceContactResult> RunAsync(Stored<Contact> read, PreferencesChoices choices, CancellationToken cancellationToken)
    {
        var wanted = ContactInput.From(read.Value) with
        {
            Languages = choices.Languages,
            Topics = choices.Topics,
            Countries = choices.Countries,
            TimeZone = choices.TimeZone,
        };
        var result = await saveOwnDetails.RunAsync(read, wanted, cancellationToken);
        if (result is ReplaceContactResult.Replaced { Contact: var known }) result = await changeDeliveryPreferences.RunAsync(known, DeliveryPreferences(known.Value, choices), cancellationToken);
        if (result is not ReplaceContactResult.Replaced { Contact.Value: var contact }) return result;
        foreach (var (list, frequency) in choices.Lists) await ChooseAsync(contact, list, frequency, cancellationToken);
        return result;
    }

    private static DeliveryPreferences DeliveryPreferences(Contact contact, PreferencesChoices choices) => contact.DeliveryPreferences with
    {
        DigestHour = choices.DigestHour,
        NotTopics = choices.NotTopics,
        LaterTranslations = choices.LaterTranslations,
        PausedUntil = choices.PausedUntil is { } day ? SubscriberTimeZone.StartOf(day, contact) : null,
    };

    /// <summary>Nobody joins a list that is not public; its member may take it less often, or unsubscribe.</summary>
    private async Task ChooseAsync(Contact contact, string list, Frequency? frequency, CancellationToken cancellationToken)
    {
        if (await lists.FindAsync(list, cancellationToken) is not { Value: var known }) return;
        var subscription = await subscriptions.FindAsync(list, contact.Id, cancellationToken);
        PreferencesList now = new(known, subscription?.Value);
        if (now.Frequency == frequency || (now.Frequency is null && !known.Public)) return;
        if (frequency is null)
        {
            await scheduleUnsubscribeNotice.RunAsync(new(contact.Id, Link: null), cancellationToken);
            await endSubscription.RunAsync(list, contact.Id, SubscriptionChange.Unsubscribed, cancellationToken);
            return;
        }

        await subscribe.RunAsync(contact, [list], frequency.Value, Evidence(), cancellationToken);
    }

    private string Evidence() => string.Create(CultureInfo.InvariantCulture, $"Chosen on {clock.GetUtcNow():u} on the preferences page, opened by a link sent to the address.");
}
