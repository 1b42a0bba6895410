using System.Globalization;
using Distribution.Contacts.Contacts;
using Distribution.Contacts.Outlets;
using Distribution.Platform.Addresses;

namespace Distribution.Contacts.Search;

/// <summary>The words that a contact is found by: those of names, of the outlets they work for, and of addresses; pure.</summary>
/// <param name="Found">Words with a row of their own, in ordinal order.</param>
/// <param name="All">Those, and words too frequent for rows, such as the <c>org</c> of a domain.</param>
internal sealed record ContactWords(IReadOnlyList<string> Found, IReadOnlyList<string> All)
{
    private const int Most = 64;

    private static readonly IdnMapping Idn = new() { AllowUnassigned = true };

    /// <param name="contact">The contact.</param>
    /// <param name="outlets">The outlets they work for now.</param>
    public static ContactWords From(Contact contact, IEnumerable<Outlet> outlets)
    {
        string?[] names = [contact.Name, contact.GivenName, contact.FamilyName, .. outlets.Select(outlet => outlet.Name)];
        List<MailAddress> addresses = [.. contact.AllAddresses.Select(MailAddress.Parse).OfType<MailAddress>()];
        var found = names.OfType<string>().SelectMany(Folding.WordsAndParts)
            .Concat(addresses.SelectMany(address => Folding.Words($"{address.Local} {Readable(address, isWhole: false)}")))
            .Distinct().Take(Most).Order(StringComparer.Ordinal).ToList();
        return new(
            found,
            [.. found.Union(addresses.SelectMany(address => Folding.Words($"{address.Domain} {Readable(address, isWhole: true)}")))]);
    }

    /// <summary>The domain in its own script, with or without its last label.</summary>
    private static string Readable(MailAddress address, bool isWhole)
    {
        var domain = isWhole ? address.Domain : address.Domain[..address.Domain.LastIndexOf('.')];
        try
        {
            return Idn.GetUnicode(domain);
        }
        catch (ArgumentException)
        {
            return domain;
        }
    }
}
