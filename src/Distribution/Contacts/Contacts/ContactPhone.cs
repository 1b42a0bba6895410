namespace Distribution.Contacts.Contacts;

/// <summary>A telephone number of a contact.</summary>
public sealed record ContactPhone
{
    /// <summary>E.164. In an input any form that is valid in the contact's first country, or the international one.</summary>
    public required string Number { get; init; }

    /// <summary>Digits dialled after the number is answered: up to 10.</summary>
    public string? Extension { get; init; }

    public PhoneKind Kind { get; init; } = PhoneKind.Other;
}
