using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Outlets;

namespace Distribution.Audiences.Selection;

/// <summary>One filter of an audience: who has one of the wanted values passes.</summary>
internal sealed class AudienceFilter
{
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> wanted;
    private readonly bool byPrimary;

    private AudienceFilter(
        string name,
        IReadOnlyList<string> wanted,
        Func<Membership, IReadOnlyList<string>> values,
        bool byPrimary = false,
        IReadOnlyList<string>? passing = null)
    {
        (Name, Wanted, Values, this.byPrimary) = (name, wanted, values, byPrimary);
        this.wanted = (passing ?? wanted).ToHashSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The name of the field of the audience in JSON.</summary>
    public string Name { get; }

    /// <summary>The values that the audience names; others may pass too, such as a wider topic.</summary>
    public IReadOnlyList<string> Wanted { get; }

    /// <summary>A contact's values of this kind.</summary>
    public Func<Membership, IReadOnlyList<string>> Values { get; }

    /// <summary>The filters that an audience sets.</summary>
    public static IReadOnlyList<AudienceFilter> CreateAll(Addressing addressing, Func<string?, OutletType?> typeOf)
    {
        var audience = addressing.Audience;
        AudienceFilter[] filters =
        [
            new("languages", audience.Languages, person => person.Languages, byPrimary: true),
            new("countries", audience.Countries, person => person.Countries),
            new(
                "topics",
                audience.Topics,
                person => person.Topics,
                passing: addressing.Vocabulary.Covering(audience.Topics)),
            new(
                "outletTypes",
                [.. audience.OutletTypes.Select(OutletTypeName.Get)],
                person => typeOf(person.Outlet) is { } type ? [OutletTypeName.Get(type)] : []),
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
