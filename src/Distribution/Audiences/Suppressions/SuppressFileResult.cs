namespace Distribution.Audiences.Suppressions;

public abstract record SuppressFileResult
{
    private SuppressFileResult() { }

    public sealed record Done(SuppressedFile File) : SuppressFileResult;

    /// <param name="Message">The cause, and what to do.</param>
    public sealed record Unreadable(string Message) : SuppressFileResult;
}
