using Distribution.Platform.Languages;
using Distribution.Platform.Validation;
using Distribution.Publisher.Offices;
using Distribution.Web.Platform.Resources;

namespace Distribution.Web.Publisher.Offices;

/// <summary>A place the organisation speaks from.</summary>
internal sealed record OfficeRequest
{
    /// <summary>Lower-case letters, digits and hyphens; made from the first name where it is left out.</summary>
    public string? Id { get; init; }

    /// <summary>Name by language.</summary>
    public required Names Names { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public required string Country { get; init; }

    /// <summary>IANA time zone, such as America/Port_of_Spain.</summary>
    public required string TimeZone { get; init; }

    /// <summary>Main telephone number, in international form or as dialled in its country.</summary>
    public string? Phone { get; init; }

    /// <summary>Where answers to a release of this office go.</summary>
    public required string ReplyAddress { get; init; }

    /// <summary>Id of the office above it; its users' roles hold here too.</summary>
    public string? Parent { get; init; }

    /// <summary>Whether its releases, and those of the offices below it, must be approved by somebody else than their last editor.</summary>
    public bool NeedsSecondUser { get; init; }

    public Office ToOffice(string? id, FieldErrors errors) => new()
    {
        Id = ChosenId.From(id, Id, Names.First, errors),
        Names = Names,
        Country = Country,
        TimeZone = TimeZone,
        Phone = Phone,
        ReplyAddress = ReplyAddress,
        Parent = Parent,
        NeedsSecondUser = NeedsSecondUser,
    };
}
