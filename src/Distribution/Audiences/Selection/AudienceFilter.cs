using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Outlets;

namespace Distribution.Audiences.Selection;

/// <summary>One filter of an audience: who has one of the wanted values passes.</summary>
internal sealed class AudienceFilter
{
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> wanted;
    private readonly bool byPrimary;

    private AudienceFilter(string name, IEnumerable<string> wanted, Func<Membership, IReadOnlyList<string>> values, bool byPrimary = false)
    {
        (Name, Values, this.byPrimary) = (name, values, byPrimary);
        this.wanted = wanted.ToHashSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The name of the field of the audience in JSON.</summary>
    public string Name { get; }

    public IEnumerable<string> Wanted => wanted.Set;

    /// <summary>A contact's values of this kind.</summary>
    public Func<Membership, IReadOnlyList<string>> Values { get; }

    /// <summary>The filters that an audience sets.</summary>
    public static IReadOnlyList<AudienceFilter> CreateAll(Audience audience, Func<string?, OutletType?> typeOf)
    {
        AudienceFilter[] filters =
        [
            new("languages", audience.Languages, person => person.Languages, byPrimary: true),
            new("countries", audience.Countries, person => person.Countries),
            new("topics", audience.Topics, person => person.Topics),
            new("outletTypes", audience.OutletTypes.Select(OutletTypeName.Get), person => typeOf(person.Outlet) is { } type ? [OutletTypeName.Get(type)] : []),
        ];
        return [.. filters.Where(filter => filter.wanted.Set.Count > 0)];
    }

    public bool Passes(Membership person)
    {
        var own = Values(person);
        for (var index = 0; index < own.Count; index++)
        {
            var value = own[index].AsSpan();
            if (wanted.Contains(byPrimary && value.IndexOf('-') is >= 0 and var end ? value[..end] : value)) return true;
        }

        return false;
    }
}
