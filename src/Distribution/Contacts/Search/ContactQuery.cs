using Distribution.Contacts.Contacts;
using Distribution.Contacts.Outlets;

namespace Distribution.Contacts.Search;

/// <summary>Which contacts are looked for; everything that is given must hold.</summary>
public sealed record ContactQuery
{
    /// <summary>Beginnings of words of names, outlet and addresses.</summary>
    public string? Text { get; init; }

    public string? Country { get; init; }

    public string? Topic { get; init; }

    /// <summary>A language with or without region: <c>es</c> finds <c>es-MX</c> too.</summary>
    public string? Language { get; init; }

    public OutletType? OutletType { get; init; }

    /// <summary>Id of an outlet they work or worked for.</summary>
    public string? Outlet { get; init; }

    /// <summary>Id of a media list they are on.</summary>
    public string? List { get; init; }

    public string? Tag { get; init; }

    public ContactStatus Status { get; init; }

    /// <summary>The conditions beside words, the ones most likely to be rare first.</summary>
    internal IEnumerable<Facet> Facets
    {
        get
        {
            if (Outlet is not null) yield return Facet.Outlet(Outlet);
            if (List is not null) yield return Facet.List(List);
            if (Tag is not null) yield return Facet.Tag(Tag);
            if (Topic is not null) yield return Facet.Topic(Topic);
            if (Country is not null) yield return Facet.Country(Country);
            if (Language is not null) yield return Facet.Language(Language);
            if (OutletType is { } type) yield return Facet.OutletType(type);
        }
    }
}
