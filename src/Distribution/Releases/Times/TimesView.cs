namespace Distribution.Releases.Times;

/// <summary>One instant by the clocks that matter.</summary>
/// <param name="Utc">By that of the world.</param>
/// <param name="Office">By that of the office.</param>
/// <param name="Reader">By that of whoever asks.</param>
public sealed record TimesView(TimeView Utc, TimeView? Office, TimeView? Reader)
{
    public static TimesView Of(DateTimeOffset at, TimePlace? office, TimePlace? reader = null) => new(
        TimeView.Of(at, TimePlace.Utc),
        office is null ? null : TimeView.Of(at, office),
        reader is null ? null : TimeView.Of(at, reader));
}
