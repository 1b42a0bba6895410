using Distribution.Platform.Storage;
using Distribution.Platform.Validation;

namespace Distribution.Contacts.Contacts;

public abstract record AddContactResult
{
    private AddContactResult() { }

    public sealed record Added(Stored<Contact> Contact) : AddContactResult;

    /// <summary>The address is this contact's already.</summary>
    public sealed record Known(string Id) : AddContactResult;

    public sealed record Invalid(FieldErrors Errors) : AddContactResult;
}
