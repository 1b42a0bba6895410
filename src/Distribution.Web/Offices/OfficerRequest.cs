using Distribution.Languages;
using Distribution.Offices;
using Distribution.Validation;
using Distribution.Web.Resources;

namespace Distribution.Web.Offices;

/// <summary>A person at an office whom journalists may call.</summary>
internal sealed record OfficerRequest
{
    /// <summary>Lower-case letters, digits and hyphens; made from the name where it is left out.</summary>
    public string? Id { get; init; }

    /// <summary>Id of the office.</summary>
    public required string Office { get; init; }

    public required string Name { get; init; }

    /// <summary>Title by language.</summary>
    public Names Title { get; init; } = Names.None;

    public required string Email { get; init; }

    /// <summary>Telephone number in international form.</summary>
    public string? Phone { get; init; }

    /// <summary>Languages a journalist can speak with them, best first.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    public Officer ToOfficer(string? id, FieldErrors errors) => new()
    {
        Id = ChosenId.From(id, Id, Name, errors),
        Office = Office,
        Name = Name,
        Title = Title,
        Email = Email,
        Phone = Phone,
        Languages = Languages,
    };
}
