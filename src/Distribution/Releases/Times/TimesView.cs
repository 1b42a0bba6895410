namespace Distribution.Releases.Times;

/// <summary>One instant by the clocks that matter.</summary>
/// <param name="Utc">By that of the world.</param>
/// <param name="Office">By that of the office.</param>
/// <param name="Caller">By the caller's clock.</param>
public sealed record TimesView(TimeView Utc, TimeView? Office, TimeView? Caller)
{
    public static TimesView From(DateTimeOffset at, TimePlace? office, TimePlace? caller = null) => new(
        TimeView.From(at, TimePlace.Utc),
        office is null ? null : TimeView.From(at, office),
        caller is null ? null : TimeView.From(at, caller));
}
