using Distribution.Contacts;
using Distribution.Validation;
using Distribution.Web.Resources;

namespace Distribution.Web.Contacts;

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

    public Outlet ToOutlet(string? id, FieldErrors errors) => new()
    {
        Id = ChosenId.From(id, Id, Name, errors),
        Name = Name,
        Type = Type,
        Country = Country,
        Languages = Languages,
        Website = Website,
    };
}
