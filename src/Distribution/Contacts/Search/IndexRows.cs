using Distribution.Contacts.Contacts;
using Distribution.Contacts.Outlets;
using Distribution.Platform.Languages;

namespace Distribution.Contacts.Search;

/// <summary>The rows of the index that a contact has; pure.</summary>
public static class IndexRows
{
    /// <summary>Letters of a word that have a flag, so that the storage can look for a second word.</summary>
    public const int StartLetters = 3;

    /// <summary>A row takes 252 columns; some are taken, and some are left for later.</summary>
    private const int MostFlags = 200;

    /// <param name="contact">The contact.</param>
    /// <param name="outlets">The outlets of its positions, by id.</param>
    /// <param name="lists">Ids of the media lists it is on, confirmed.</param>
    /// <param name="now">The present: positions may be past.</param>
    public static IReadOnlyList<IndexRow> Create(
        Contact contact, IReadOnlyDictionary<string, Outlet> outlets, IEnumerable<string> lists, DateTimeOffset now)
    {
        var employers = Employers(contact, outlets, now);
        var words = ContactWords.From(contact, employers);
        List<Facet> facets = [.. Facets(contact, employers, lists).Distinct()];
        var flags = Flags(facets);
        IndexEntry entry = new() { Summary = Summary(contact, outlets, now) };
        return
        [
            .. facets.Prepend(Facet.All).Select(facet => Row(facet, IndexKey.RowOf(contact.Name, contact.Id), entry, facets, flags)),
            .. WordRows(contact, words, entry, facets),
        ];
    }

    private static IEnumerable<IndexRow> WordRows(Contact contact, ContactWords words, IndexEntry entry, List<Facet> facets)
    {
        var starts = words.All.Where(word => word.Length >= StartLetters).Select(word => Facet.Start(word[..StartLetters])).Distinct();
        var flags = Flags([.. facets, .. starts]);
        var before = "";
        foreach (var word in words.Found)
        {
            var ofWord = entry with { Words = words.All, Shared = before.AsSpan().CommonPrefixLength(word) };
            yield return Row(Facet.Word(word), IndexKey.RowOf(word, contact.Name, contact.Id), ofWord, facets, flags);
            before = word;
        }
    }

    /// <summary>Shared by the rows of a contact; null where a row has no room for them.</summary>
    private static List<string>? Flags(List<Facet> facets) => facets.Count <= MostFlags ? [.. facets.Select(facet => facet.Flag)] : null;

    private static IndexRow Row(Facet facet, string row, IndexEntry entry, List<Facet> facets, List<string>? flags)
    {
        IndexKey key = new(facet.Partition(entry.Summary.Status), row);
        return flags is not null
            ? new(key, entry, flags)
            : new(key, entry with { IsCrowded = true, Facets = [.. facets.Select(each => each.ToString())] }, []);
    }

    /// <summary>Outlets of all positions, past ones too; everything else is about what they do now.</summary>
    private static IEnumerable<Facet> Facets(Contact contact, IEnumerable<Outlet> employers, IEnumerable<string> lists) =>
    [
        .. contact.Positions.Select(position => Facet.Outlet(position.Outlet)),
        .. lists.Select(Facet.List),
        .. contact.Tags.Select(Facet.Tag),
        .. contact.Topics.Select(Facet.Topic),
        .. contact.Countries.Select(Facet.Country),
        .. contact.Languages.SelectMany(tag => new[] { Facet.Language(tag), Facet.Language(LanguageTag.Primary(tag)) }),
        .. employers.Select(outlet => Facet.OutletType(outlet.Type)),
    ];

    private static List<Outlet> Employers(Contact contact, IReadOnlyDictionary<string, Outlet> outlets, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        return [.. contact.Positions.Where(position => position.IsHeldOn(today))
            .Select(position => outlets.GetValueOrDefault(position.Outlet))
            .OfType<Outlet>()];
    }

    private static ContactSummary Summary(Contact contact, IReadOnlyDictionary<string, Outlet> outlets, DateTimeOffset now)
    {
        var outlet = contact.PositionOn(now) is { } position ? outlets.GetValueOrDefault(position.Outlet) : null;
        return new()
        {
            Id = contact.Id,
            Name = contact.Name,
            Address = contact.Address,
            Outlet = outlet is null ? null : new() { Id = outlet.Id, Name = outlet.Name, Type = outlet.Type },
            Languages = contact.Languages,
            Countries = contact.Countries,
            Topics = contact.Topics,
            Tags = contact.Tags,
            Status = contact.Status,
        };
    }
}
