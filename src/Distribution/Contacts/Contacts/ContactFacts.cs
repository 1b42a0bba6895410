namespace Distribution.Contacts.Contacts;

/// <summary>
/// The one table of the facts about a contact: comparing, filling in, replacing, merging and taking back follow it; pure. What else there is
/// in a <see cref="Contact"/> is no fact about the person.
/// </summary>
public static class ContactFacts
{
    public static IReadOnlyList<ContactFact> All { get; } =
    [
        // Where mail goes is never changed by a file or a merge.
        ContactFact.Text("address", contact => contact.Address, (contact, value) => contact with { Address = value! }) with
        {
            Fill = (known, _) => known,
            Replace = (known, _) => known,
        },
        ContactFact.List(
            "otherAddresses",
            contact => contact.OtherAddresses,
            (contact, values) => contact with { OtherAddresses = values },
            (known, row) => known.Union(row)) with
        {
            Fill = JoinAddresses,
            Replace = JoinAddresses,
        },
        ContactFact.Text("name", contact => contact.Name, (contact, value) => contact with { Name = value! }) with
        {
            Fill = (known, row) => IsNameless(known) ? known with { Name = row.Name } : known,
            Replace = (known, row) => IsNameless(row) ? known : known with { Name = row.Name },
        },
        ContactFact.Text("givenName", contact => contact.GivenName, (contact, value) => contact with { GivenName = value }),
        ContactFact.Text("familyName", contact => contact.FamilyName, (contact, value) => contact with { FamilyName = value }),
        ContactFact.List(
            "phones",
            contact => contact.Phones,
            (contact, values) => contact with { Phones = values },
            (known, row) => known.Concat(row).DistinctBy(phone => phone.Number)),
        ContactFact.List("handles", contact => contact.Handles, (contact, values) => contact with { Handles = values }, Enumerable.Union),
        ContactFact.List("positions", contact => contact.Positions, (contact, values) => contact with { Positions = values }, FirstKnown) with
        {
            Replace = (known, row) => known with { Positions = ChangeEmployerRule.Follow(known, row) },
        },
        ContactFact.List("languages", contact => contact.Languages, (contact, values) => contact with { Languages = values }, FirstKnown),
        ContactFact.List("countries", contact => contact.Countries, (contact, values) => contact with { Countries = values }, FirstKnown),
        ContactFact.List("topics", contact => contact.Topics, (contact, values) => contact with { Topics = values }, Enumerable.Union),
        ContactFact.Text("timeZone", contact => contact.TimeZone, (contact, value) => contact with { TimeZone = value }),
        ContactFact.Text("notes", contact => contact.Notes, (contact, value) => contact with { Notes = value }),
        ContactFact.List("tags", contact => contact.Tags, (contact, values) => contact with { Tags = values }, Enumerable.Union),
    ];

    /// <summary>The known contact with what it lacks and the row has; says nothing of where that comes from.</summary>
    public static Contact Fill(Contact known, Contact row) => All.Aggregate(known, (contact, fact) => fact.Fill(contact, row));

    /// <summary>The known contact with what the row has; says nothing of where that comes from.</summary>
    public static Contact Replace(Contact known, Contact row) => All.Aggregate(known, (contact, fact) => fact.Replace(contact, row));

    private static Contact JoinAddresses(Contact known, Contact row) =>
        known with { OtherAddresses = [.. known.OtherAddresses.Union(row.OtherAddresses).Except([known.Address])] };

    private static bool IsNameless(Contact contact) => contact.Name == contact.Address;

    private static IReadOnlyList<T> FirstKnown<T>(IReadOnlyList<T> known, IReadOnlyList<T> row) => known.Count > 0 ? known : row;
}
