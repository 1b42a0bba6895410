using Distribution.Platform.Storage;
using Distribution.Platform.Validation;

namespace Distribution.Contacts.Contacts;

public abstract record ReplaceContactResult
{
    private ReplaceContactResult() { }

    public sealed record Replaced(Stored<Contact> Contact) : ReplaceContactResult;

    /// <summary>The contact is no longer the one that was read.</summary>
    public sealed record Changed : ReplaceContactResult;

    public sealed record Invalid(FieldErrors Errors) : ReplaceContactResult;
}
