namespace Distribution.Dispatches;

/// <summary>Until when the mails that the relay may be given are spoken for; one row for all instances and dispatches.</summary>
public sealed record Pace
{
    public required DateTimeOffset NextFree { get; init; }
}
