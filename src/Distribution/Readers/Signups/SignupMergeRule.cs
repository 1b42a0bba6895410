using Distribution.Contacts.Contacts;

namespace Distribution.Readers.Signups;

/// <summary>Merges a signup into a contact; pure.</summary>
public static class SignupMergeRule
{
    public const string Source = "subscribe form";

    /// <summary>A person without a contact.</summary>
    public static ContactInput Get(Signup signup) => new()
    {
        Address = signup.Address,
        Name = signup.Name ?? NameOf(signup.Address),
        Languages = signup.Languages.Count > 0 ? signup.Languages : [signup.PageLanguage],
        Topics = signup.Topics,
        Countries = signup.Countries,
        Notes = signup.Outlet is null ? null : Note(signup.Outlet),
        Source = Source,
        SourceDate = signup.AskedAt,
        LawfulBasis = LawfulBasis.Consent,
    };

    /// <summary>
    /// Of somebody known: what they chose counts, what they left out stays as it is. Their name fills a missing one only, and their outlet is
    /// noted, so that nothing of the office's is lost.
    /// </summary>
    public static ContactInput Get(Signup signup, Contact known) => ContactInput.From(known) with
    {
        Name = signup.Name is not null && IsNameless(known) ? signup.Name : known.Name,
        Languages = signup.Languages.Count > 0 ? signup.Languages : known.Languages,
        Topics = signup.Topics.Count > 0 ? signup.Topics : known.Topics,
        Countries = signup.Countries.Count > 0 ? signup.Countries : known.Countries,
        Notes = Notes(signup.Outlet, known.Notes),
        Status = ContactStatus.Active,
        Source = Source,
        SourceDate = signup.AskedAt,
        LawfulBasis = LawfulBasis.Consent,
    };

    private static bool IsNameless(Contact known) =>
        known.GivenName is null && known.FamilyName is null && known.AllAddresses.Any(address => string.Equals(NameOf(address), known.Name, StringComparison.OrdinalIgnoreCase));

    private static string NameOf(string address) => address.Split('@')[0];

    private static string? Notes(string? outlet, string? known)
    {
        if (outlet is null || known?.Contains(Note(outlet), StringComparison.Ordinal) == true) return known;
        var notes = $"{known}\n{Note(outlet)}".Trim();
        return notes.Length <= ContactRules.LongestNotes ? notes : known;
    }

    private static string Note(string outlet) => $"Says they work for {outlet}.";
}
