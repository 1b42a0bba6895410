namespace Distribution.Contacts.Contacts;

/// <summary>Keeps apart where each fact about a contact comes from; pure.</summary>
public static class Origins
{
    /// <summary>Whether all facts are the same, wherever they come from.</summary>
    public static bool AreSame(Contact old, Contact now) => ContactFacts.All.All(fact => fact.IsSame(old, now));

    /// <summary>
    /// The new contact, saying of each fact that it shares with the old one that it comes from where it came from before. Facts that are new
    /// come from the new contact's source.
    /// </summary>
    public static Contact Carry(Contact old, Contact replacement)
    {
        Dictionary<string, Origin> origins = [];
        Origin usual = new(replacement.Source, replacement.SourceDate);
        foreach (var fact in ContactFacts.All.Where(fact => fact.IsSame(old, replacement)))
        {
            if (Get(old, fact.Name) is var origin && origin != usual) origins[fact.Name] = origin;
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
        var origins = ContactFacts.All.ToDictionary(fact => fact.Name, fact => Get(fact.IsSame(contact, first) ? first : second, fact.Name));
        Origin usual = new(contact.Source, contact.SourceDate);
        return contact with { Origins = origins.Where(fact => fact.Value != usual).ToDictionary() };
    }
}
