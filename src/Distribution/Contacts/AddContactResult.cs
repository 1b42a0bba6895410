using Distribution.Storage;
using Distribution.Validation;

namespace Distribution.Contacts;

public abstract record AddContactResult
{
    private AddContactResult() { }

    public sealed record Added(Stored<Contact> Contact) : AddContactResult;

    /// <summary>The address is this contact's already.</summary>
    public sealed record Known(string Id) : AddContactResult;

    public sealed record Invalid(FieldErrors Errors) : AddContactResult;
}
