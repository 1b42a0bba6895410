namespace Distribution.Operations.Erasure;

public abstract record EraseContactResult
{
    private EraseContactResult() { }

    /// <summary>It is under way, or was done before.</summary>
    public sealed record Erasing(ErasedContact Erasure) : EraseContactResult;

    /// <summary>Nobody was ever known by this id.</summary>
    public sealed record Missing : EraseContactResult;

    /// <summary>The contact was merged into another one, whose data is the person's.</summary>
    public sealed record IsAlias(string Kept) : EraseContactResult;
}
