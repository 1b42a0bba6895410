using Distribution.Audiences.MediaLists;
using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Contacts;
using Distribution.Contacts.Outlets;
using Distribution.Publisher.Organisations;
using Distribution.Publisher.Topics;

namespace Distribution.Readers.Preferences;

/// <summary>The content of the preferences page.</summary>
/// <param name="Contact">The owner.</param>
/// <param name="Organisation">The publisher of the lists.</param>
/// <param name="Lists">Lists they are on, and those that anybody may join, by name.</param>
/// <param name="Outlets">The outlets of their positions, by id.</param>
public sealed record PreferencesView(
    Contact Contact, Organisation? Organisation, IReadOnlyList<PreferencesList> Lists, IReadOnlyDictionary<string, Outlet> Outlets)
{
    /// <summary>The vocabulary of topics.</summary>
    public TopicBook Topics { get; init; } = TopicBook.Empty;

    public string Language => PreferencesPhrases.LanguageFor(Contact.Languages);
}

/// <summary>A list as its subscriber sees it: one that they are on, or that they may join.</summary>
/// <param name="List">The list.</param>
/// <param name="Subscription">Theirs; null when they never were on it.</param>
public sealed record PreferencesList(MediaList List, Subscription? Subscription)
{
    /// <summary>How often it comes; null when it does not.</summary>
    public Frequency? Frequency => Subscription is { State: SubscriptionState.Confirmed } on ? on.Frequency : null;
}
