using Distribution.Contacts.Contacts;
using Distribution.Platform.Languages;
using Distribution.Readers.Preferences;
using Distribution.Releases.Times;

namespace Distribution.Web.Readers.Preferences;

/// <summary>The facts about a contact, each with its source; empty ones are left out. Pure.</summary>
internal static class OwnFacts
{
    public static IReadOnlyList<OwnFact> List(OwnData data, Phrases words)
    {
        var contact = data.Contact;
        (string Field, string? Value)[] facts =
        [
            ("address", contact.Address),
            ("otherAddresses", Line(contact.OtherAddresses)),
            ("name", contact.Name),
            ("givenName", contact.GivenName),
            ("familyName", contact.FamilyName),
            ("phones", Line(contact.Phones.Select(CorrectDetails.Shown))),
            ("handles", Line(contact.Handles.Select(handle => $"{handle.Network}: {handle.Name}"))),
            ("positions", Line(contact.Positions.Select(position => Position(position, data.Outlets, words.Language)))),
            ("languages", Line(contact.Languages.Select(LanguageTag.OwnName))),
            ("countries", Line(contact.Countries.Select(country => CountryNames.In(country, words.Language)))),
            ("topics", Line(contact.Topics.Select(topic => data.Topics.GetValueOrDefault(topic, topic)))),
            ("timeZone", contact.TimeZone),
            ("notes", contact.Notes),
            ("tags", Line(contact.Tags)),
        ];
        return [.. facts.Where(fact => !string.IsNullOrEmpty(fact.Value))
            .Select(fact => new OwnFact(words[fact.Field], fact.Value!, Origins.Get(contact, fact.Field)))];
    }

    private static string Line(IEnumerable<string> values) => string.Join(", ", values);

    private static string Position(Position position, IReadOnlyDictionary<string, string> outlets, string language)
    {
        var place = outlets.GetValueOrDefault(position.Outlet, position.Outlet);
        if (position.Role is not null) place = $"{place} ({position.Role})";
        if (position.From is null && position.Until is null) return place;
        return $"{place}, {Day(position.From)} – {Day(position.Until)}".TrimEnd();

        string Day(DateOnly? day) => day is { } known ? TimeText.Day(known, language) : "";
    }
}

/// <summary>One thing that is known of somebody, for them to read.</summary>
/// <param name="Label">Its name, in their language.</param>
/// <param name="Value">The thing.</param>
/// <param name="Origin">Where it comes from.</param>
internal sealed record OwnFact(string Label, string Value, Origin Origin);
