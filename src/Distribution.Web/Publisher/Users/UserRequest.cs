using Distribution.Platform.Validation;
using Distribution.Publisher.Users;
using Distribution.Web.Platform.Resources;

namespace Distribution.Web.Publisher.Users;

/// <summary>A user of the organisation.</summary>
internal sealed record UserRequest
{
    /// <summary>Lower-case letters, digits and hyphens; made from the name where it is left out.</summary>
    public string? Id { get; init; }

    public required string Name { get; init; }

    public required string Email { get; init; }

    /// <summary>Language of the mails to them: en, fr or es; others are written in English.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The roles they hold, each at an office and those below it or, without an office, everywhere.</summary>
    public required IReadOnlyList<Grant> Grants { get; init; }

    public User ToUser(string? id, FieldErrors errors) => new()
    {
        Id = ChosenId.From(id, Id, Name, errors),
        Name = Name,
        Email = Email,
        Language = Language,
        Grants = Grants,
    };
}
