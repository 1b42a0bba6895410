namespace Distribution.Releases;

public abstract record RemoveReleaseResult
{
    private RemoveReleaseResult() { }

    public sealed record Removed : RemoveReleaseResult;

    /// <summary>The release's state does not allow it.</summary>
    public sealed record Refused(ReleaseState State) : RemoveReleaseResult;

    /// <summary>The release is no longer the one that was read.</summary>
    public sealed record Changed : RemoveReleaseResult;
}
