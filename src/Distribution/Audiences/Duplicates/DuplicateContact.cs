using Distribution.Contacts.Contacts;

namespace Distribution.Audiences.Duplicates;

/// <summary>Of a contact, what one needs to see whether it is the same person as another.</summary>
public sealed record DuplicateContact
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Address { get; init; }

    public IReadOnlyList<string> OtherAddresses { get; init; } = [];

    public IReadOnlyList<ContactPhone> Phones { get; init; } = [];

    public IReadOnlyList<Position> Positions { get; init; } = [];

    public IReadOnlyList<string> Languages { get; init; } = [];

    public ContactStatus Status { get; init; }

    public static DuplicateContact From(Contact contact) => new()
    {
        Id = contact.Id,
        Name = contact.Name,
        Address = contact.Address,
        OtherAddresses = contact.OtherAddresses,
        Phones = contact.Phones,
        Positions = contact.Positions,
        Languages = contact.Languages,
        Status = contact.Status,
    };
}
