using System.Diagnostics.CodeAnalysis;
using Distribution.Contacts.Contacts;
using Distribution.Web.Contacts.Search;

namespace Distribution.Web.Contacts.Contacts;

/// <summary>A contact as it is kept, with what a person should look at.</summary>
internal sealed record ContactAnswer : Contact
{
    [SetsRequiredMembers]
    private ContactAnswer(Contact contact)
        : base(contact) => Findings = ContactFinding.FindAll(contact.Address, contact.OtherAddresses);

    /// <summary>Doubts about its addresses, such as a likely misspelling; they are taken all the same.</summary>
    public IReadOnlyList<ContactFinding> Findings { get; }

    public static ContactAnswer From(Contact contact) => new(contact);
}
