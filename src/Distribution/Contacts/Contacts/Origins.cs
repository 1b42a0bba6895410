namespace Distribution.Contacts.Contacts;

/// <summary>Keeps apart where each fact about a contact comes from; pure.</summary>
public static class Origins
{
    /// <summary>The facts that have an origin of their own, by their names in JSON.</summary>
    private static readonly (string Field, Func<Contact, Contact, bool> IsSame)[] Facts =
    [
        ("address", (old, now) => old.Address == now.Address),
        ("otherAddresses", (old, now) => old.OtherAddresses.SequenceEqual(now.OtherAddresses)),
        ("name", (old, now) => old.Name == now.Name),
        ("givenName", (old, now) => old.GivenName == now.GivenName),
        ("familyName", (old, now) => old.FamilyName == now.FamilyName),
        ("phones", (old, now) => old.Phones.SequenceEqual(now.Phones)),
        ("handles", (old, now) => old.Handles.SequenceEqual(now.Handles)),
        ("positions", (old, now) => old.Positions.SequenceEqual(now.Positions)),
        ("languages", (old, now) => old.Languages.SequenceEqual(now.Languages)),
        ("countries", (old, now) => old.Countries.SequenceEqual(now.Countries)),
        ("topics", (old, now) => old.Topics.SequenceEqual(now.Topics)),
        ("timeZone", (old, now) => old.TimeZone == now.TimeZone),
        ("notes", (old, now) => old.Notes == now.Notes),
        ("tags", (old, now) => old.Tags.SequenceEqual(now.Tags)),
    ];

    /// <summary>Whether all facts are the same, wherever they come from.</summary>
    public static bool AreSame(Contact old, Contact now) => Facts.All(fact => fact.IsSame(old, now));

    /// <summary>
    /// The new contact, saying of each fact that it shares with the old one that it comes from where it came from before. Facts that are new
    /// come from the new contact's source.
    /// </summary>
    public static Contact Carry(Contact old, Contact replacement)
    {
        Dictionary<string, Origin> origins = [];
        foreach (var (field, isSame) in Facts)
        {
            if (!isSame(old, replacement)) continue;
            var origin = old.Origins.GetValueOrDefault(field) ?? new(old.Source, old.SourceDate);
            if (origin != new Origin(replacement.Source, replacement.SourceDate)) origins[field] = origin;
        }

        return replacement with { Origins = origins, DeliveryPreferences = old.DeliveryPreferences, NoticeGivenAt = old.NoticeGivenAt };
    }

    /// <summary>Where a fact about a contact comes from.</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="field">The fact's name in JSON.</param>
    public static Origin Get(Contact contact, string field) => contact.Origins.GetValueOrDefault(field) ?? new(contact.Source, contact.SourceDate);

    /// <summary>
    /// A contact made of two, saying of each fact where it comes from: as the first contact has it, from where that has it, else from where
    /// the second has it.
    /// </summary>
    public static Contact Trace(Contact contact, Contact first, Contact second)
    {
        var origins = Facts.ToDictionary(fact => fact.Field, fact => Get(fact.IsSame(contact, first) ? first : second, fact.Field));
        Origin usual = new(contact.Source, contact.SourceDate);
        return contact with { Origins = origins.Where(fact => fact.Value != usual).ToDictionary() };
    }
}
