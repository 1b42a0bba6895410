using Distribution.Platform.Validation;

namespace Distribution.Contacts.Files;

public abstract record ContactFileResult
{
    private ContactFileResult() { }

    public sealed record Opened(ContactFile File) : ContactFileResult;

    /// <summary>It is no contact file, or too large a one.</summary>
    /// <param name="Message">The fault and its remedy, in one or two sentences.</param>
    public sealed record Unreadable(string Message) : ContactFileResult;

    /// <summary>The mapping names a column that the file lacks, or a field that there is not.</summary>
    public sealed record Mismapped(FieldErrors Errors) : ContactFileResult;
}
