using Distribution.Platform.Languages;

namespace Distribution.Publisher.Offices;

/// <summary>A place the organisation speaks from.</summary>
public sealed record Office
{
    /// <summary>Readable and lasting, such as <c>port-of-spain</c>.</summary>
    public required string Id { get; init; }

    public required Names Names { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public required string Country { get; init; }

    /// <summary>IANA time zone.</summary>
    public required string TimeZone { get; init; }

    /// <summary>Main telephone number, E.164.</summary>
    public string? Phone { get; init; }

    /// <summary>Where answers to a release of this office go.</summary>
    public required string ReplyAddress { get; init; }

    /// <summary>Whether its releases, and those of the offices below it, must be approved by somebody else than their last editor.</summary>
    public bool NeedsSecondUser { get; init; }

    /// <summary>The regional office that this office belongs to; its users' roles hold here too.</summary>
    public string? Parent { get; init; }
}
