using System.Globalization;
using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Contacts;
using Distribution.Dispatches.Digests;
using Distribution.Platform.Storage;
using Distribution.Readers.Unsubscribe;

namespace Distribution.Readers.Preferences;

/// <summary>
/// Carries out the choices on the preferences page, if the page still shows how things are. Each step is idempotent. After a failure
/// half-way the page shows what was saved, and saving once more completes it.
/// </summary>
public sealed class ChangePreferences(
    ReadPreferences readPreferences,
    SaveOwnDetails saveOwnDetails,
    ChangeDeliveryPreferences changeDeliveryPreferences,
    SubscribeByOwner subscribe,
    EndSubscription endSubscription,
    ScheduleUnsubscribeNotice scheduleUnsubscribeNotice,
    TimeProvider clock)
{
    /// <summary>How the evidence of every choice begins.</summary>
    public const string EvidenceStart = "Chosen on ";

    /// <param name="read">The owner.</param>
    /// <param name="choices">Their choices.</param>
    /// <param name="version">Version of the choices that the form was made from; null is no version.</param>
    public async Task<SavePreferencesResult> RunAsync(
        Stored<Contact> read, PreferencesChoices choices, string? version, CancellationToken cancellationToken)
    {
        var view = await readPreferences.RunAsync(read.Value, cancellationToken);
        if (PreferencesChoices.From(view).Version() != version) return new SavePreferencesResult.Stale();
        var wanted = ContactInput.From(read.Value) with
        {
            Languages = choices.Languages,
            Topics = choices.Topics,
            Countries = choices.Countries,
            TimeZone = choices.TimeZone,
        };
        var result = await saveOwnDetails.RunAsync(read, wanted, cancellationToken);
        if (result is ReplaceContactResult.Replaced { Contact: var known })
            result = await changeDeliveryPreferences.RunAsync(known, DeliveryPreferences(known.Value, choices), cancellationToken);
        if (result is not ReplaceContactResult.Replaced { Contact.Value: var contact }) return SavePreferencesResult.From(result);
        // Nobody joins a list that is not public; its member may take it less often, or unsubscribe.
        foreach (var list in view.Lists)
        {
            if (choices.Lists.TryGetValue(list.List.Id, out var frequency) && frequency != list.Frequency)
                await ChooseAsync(contact, list.List.Id, frequency, cancellationToken);
        }

        return new SavePreferencesResult.Saved();
    }

    private static DeliveryPreferences DeliveryPreferences(Contact contact, PreferencesChoices choices) => contact.DeliveryPreferences with
    {
        DigestHour = choices.DigestHour,
        NotTopics = choices.NotTopics,
        LaterTranslations = choices.LaterTranslations,
        PausedUntil = choices.PausedUntil is { } day ? SubscriberTimeZone.StartOf(day, contact) : null,
    };

    private async Task ChooseAsync(Contact contact, string list, Frequency? frequency, CancellationToken cancellationToken)
    {
        if (frequency is null)
        {
            await scheduleUnsubscribeNotice.RunAsync(new(contact.Id, Link: null), cancellationToken);
            await endSubscription.RunAsync(list, contact.Id, SubscriptionChange.Unsubscribed, cancellationToken);
            return;
        }

        await subscribe.RunAsync(contact, [list], frequency.Value, Evidence(), cancellationToken);
    }

    private string Evidence() => string.Create(
        CultureInfo.InvariantCulture,
        $"{EvidenceStart}{clock.GetUtcNow():u} on the preferences page, opened by a link sent to the address.");
}
