using Distribution.Contacts.Contacts;
using Distribution.Publisher.Offices;

namespace Distribution.Web.Contacts.Contacts;

/// <summary>A telephone number as it is dialled somewhere.</summary>
internal sealed record DialledPhone
{
    /// <summary>E.164.</summary>
    public required string Number { get; init; }

    /// <summary>Digits dialled after the number is answered.</summary>
    public string? Extension { get; init; }

    public required PhoneKind Kind { get; init; }

    /// <summary>The number as it is dialled there, in groups.</summary>
    public required string Dialled { get; init; }

    public static DialledPhone At(ContactPhone phone, string country) => new()
    {
        Number = phone.Number,
        Extension = phone.Extension,
        Kind = phone.Kind,
        Dialled = Telephone.From(phone.Number, country),
    };
}
