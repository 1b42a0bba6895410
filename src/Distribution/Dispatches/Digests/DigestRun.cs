namespace Distribution.Dispatches.Digests;

/// <summary>The digests of one moment: of everybody whose hour has come. The next run begins when this one is done.</summary>
public sealed record DigestRun
{
    /// <summary>The end of the digests' window.</summary>
    public required DateTimeOffset End { get; init; }

    public bool IsDone { get; init; }
}
