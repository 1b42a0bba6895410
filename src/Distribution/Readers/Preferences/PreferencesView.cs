using Distribution.Contacts.Contacts;
using Distribution.Contacts.Outlets;
using Distribution.Publisher.Organisations;

namespace Distribution.Readers.Preferences;

/// <summary>The content of the preferences page.</summary>
/// <param name="Contact">The owner.</param>
/// <param name="Organisation">The publisher of the lists.</param>
/// <param name="Lists">Lists they are on, and those that anybody may join, by name.</param>
/// <param name="Outlets">The outlets of their positions, by id.</param>
public sealed record PreferencesView(
    Contact Contact, Organisation? Organisation, IReadOnlyList<PreferencesList> Lists, IReadOnlyDictionary<string, Outlet> Outlets)
{
    public string Language => PreferencesPhrases.LanguageFor(Contact.Languages);
}
