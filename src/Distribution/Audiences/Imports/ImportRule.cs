using Distribution.Contacts.Contacts;

namespace Distribution.Audiences.Imports;

/// <summary>Merges a row into an existing contact; pure.</summary>
public static class ImportRule
{
    /// <returns>The contact as it is to be; the very one that was given where the row adds nothing.</returns>
    public static Contact Merge(Contact known, Contact row, ExistingContacts policy) => policy switch
    {
        ExistingContacts.Keep => known,
        ExistingContacts.Fill => Carry(known, ContactFacts.Fill(known, row), row),
        _ => Carry(known, ContactFacts.Replace(known, row), row),
    };

    private static Contact Carry(Contact known, Contact merged, Contact row) =>
        Origins.AreSame(known, merged)
            ? known
            : Origins.Carry(known, merged with { Source = row.Source, SourceDate = row.SourceDate, LawfulBasis = known.LawfulBasis });
}
