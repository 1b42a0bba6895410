using Distribution.Contacts.Contacts;

namespace Distribution.Audiences.Duplicates;

/// <summary>Whether two contacts may be one person under two addresses; pure.</summary>
public static class DuplicateRule
{
    /// <summary>
    /// The facts in which they agree, if these are enough: the same name and an outlet of both, the same name and a number of both, or a
    /// number of both and similar names. A shared number alone is a newsroom's, a shared name alone a namesake's.
    /// </summary>
    /// <returns>Empty where they are not taken for one person.</returns>
    public static IReadOnlyList<SharedFact> Compare(Contact first, Contact second)
    {
        var (words, others) = (SimilarNames.Words(first.Name), SimilarNames.Words(second.Name));
        var isSame = SimilarNames.AreSame(words, others);
        if (!isSame && !SimilarNames.AreSimilar(words, others)) return [];
        List<SharedFact> facts = [Fact("name", first, first.Name, second, second.Name, "name")];
        if (isSame) facts.AddRange(
            OutletsOf(first).Intersect(OutletsOf(second)).Select(outlet => Fact("outlet", first, outlet, second, outlet, "positions")));
        facts.AddRange(
            NumbersOf(first).Intersect(NumbersOf(second)).Select(number => Fact("phone", first, number, second, number, "phones")));
        return facts.Count > 1 ? facts : [];
    }

    /// <summary>Where they work and have worked.</summary>
    internal static IEnumerable<string> OutletsOf(Contact contact) => contact.Positions.Select(position => position.Outlet).Distinct();

    /// <summary>Numbers with what is dialled after them: behind one number there may be a whole newsroom. A fax is nobody's own.</summary>
    internal static IEnumerable<string> NumbersOf(Contact contact) => contact.Phones
        .Where(phone => phone.Kind != PhoneKind.Fax)
        .Select(phone => phone.Extension is null ? phone.Number : $"{phone.Number} {phone.Extension}")
        .Distinct();

    private static SharedFact Fact(string fact, Contact first, string value, Contact second, string other, string field) =>
        new(fact, new(value, Origins.Get(first, field)), new(other, Origins.Get(second, field)));
}
