
namespace Distribution.Dispatches.Digests;

/// <summary>Somebody who gets at least one list as a daily digest, and how far their last one reached.</summary>
public sealed record DigestSubscriber
{
    /// <summary>Id of the contact.</summary>
    public required string Contact { get; init; }

    /// <summary>IANA time zone.</summary>
    public required string TimeZone { get; init; }

    /// <summary>The hour of the digest by the clock of their time zone, 0 to 23.</summary>
    public required int Hour { get; init; }

    /// <summary>The end of what their digests have covered; the next one begins there, whenever it is sent.</summary>
    public required DateTimeOffset CoveredUntil { get; init; }
}
