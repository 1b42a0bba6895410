namespace Distribution.Contacts.Contacts;

/// <summary>A journalist or other media recipient. Not sealed, so that an answer is one with more to it.</summary>
public record Contact
{
    /// <summary>HMAC of the first address this person was known by; never changes.</summary>
    public required string Id { get; init; }

    /// <summary>Where mail goes, normalised.</summary>
    public required string Address { get; init; }

    /// <summary>Further addresses of the same person, normalised. No mail goes there.</summary>
    public IReadOnlyList<string> OtherAddresses { get; init; } = [];

    /// <summary>The name as it is shown and written in mails.</summary>
    public required string Name { get; init; }

    public string? GivenName { get; init; }

    public string? FamilyName { get; init; }

    public IReadOnlyList<ContactPhone> Phones { get; init; } = [];

    public IReadOnlyList<Handle> Handles { get; init; } = [];

    /// <summary>Present and past positions at outlets, the main one first.</summary>
    public IReadOnlyList<Position> Positions { get; init; } = [];

    /// <summary>Languages they read, best first.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>Countries they cover, ISO 3166-1 alpha-2; the first is where they are.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>Their beats, in the organisation's own words, lower case.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>IANA time zone.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Notes of the organisation's users. The contact can read them.</summary>
    public string? Notes { get; init; }

    /// <summary>The organisation's own marks, lower case.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    public ContactStatus Status { get; init; }

    public DeliveryPreferences DeliveryPreferences { get; init; } = DeliveryPreferences.None;

    /// <summary>
    /// When they were informed of the data stored about them: by the first mail, or by the form when they subscribed themselves.
    /// </summary>
    public DateTimeOffset? NoticeGivenAt { get; init; }

    /// <summary>Where the data comes from.</summary>
    public required string Source { get; init; }

    /// <summary>When the data was taken from there.</summary>
    public required DateTimeOffset SourceDate { get; init; }

    public required LawfulBasis LawfulBasis { get; init; }

    /// <summary>Where single facts come from, by the name of the field as in JSON; what is not named comes from <see cref="Source"/>.</summary>
    public IReadOnlyDictionary<string, Origin> Origins { get; init; } = new Dictionary<string, Origin>();

    /// <summary>Ids of contacts that were merged into this one, in the order of merging; whatever leads to them leads here.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Every address of the person, the one that is mailed first.</summary>
    public IEnumerable<string> AllAddresses => OtherAddresses.Prepend(Address);

    /// <summary>The main position on a day; null when they work for nobody then.</summary>
    public Position? PositionOn(DateTimeOffset instant) => Positions.FirstOrDefault(position => position.IsHeldOn(DateOnly.FromDateTime(instant.UtcDateTime)));
}
