namespace Distribution.Dispatches.Digests;

/// <summary>The digests of one moment: of everybody whose hour has come. The next run begins when this one is done.</summary>
public sealed record DigestRun
{
    /// <summary>What its digests cover ends here.</summary>
    public required DateTimeOffset End { get; init; }

    public bool IsDone { get; init; }
}
