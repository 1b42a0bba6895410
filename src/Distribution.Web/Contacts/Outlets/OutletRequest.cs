using Distribution.Contacts.Outlets;
using Distribution.Platform.Validation;
using Distribution.Web.Platform.Resources;

namespace Distribution.Web.Contacts.Outlets;

/// <summary>A newspaper, station, agency or other medium that contacts work for.</summary>
internal sealed record OutletRequest
{
    /// <summary>Lower-case letters, digits and hyphens; made from the name where it is left out.</summary>
    public string? Id { get; init; }

    public required string Name { get; init; }

    public required OutletType Type { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string? Country { get; init; }

    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Begins with https://.</summary>
    public string? Website { get; init; }

    /// <summary>Id of the outlet that this one belongs to, such as a group.</summary>
    public string? Parent { get; init; }

    /// <summary>When its editors need a text by, in your own words.</summary>
    public string? Deadlines { get; init; }

    public Outlet ToOutlet(string? id, FieldErrors errors) => new()
    {
        Id = ChosenId.From(id, Id, Name, errors),
        Name = Name,
        Type = Type,
        Country = Country,
        Languages = Languages,
        Website = Website,
        Parent = Parent,
        Deadlines = Deadlines,
    };
}
