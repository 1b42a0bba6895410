namespace Distribution.Web.Releases;

/// <summary>When a release is to be sent.</summary>
internal sealed record ScheduleRequest
{
    /// <summary>An instant with its offset; now when left out.</summary>
    public DateTimeOffset? SendAt { get; init; }
}
