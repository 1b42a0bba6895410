namespace Distribution.Contacts.Contacts;

/// <summary>A contact as given in a request, not yet validated.</summary>
public sealed record ContactInput
{
    /// <summary>Where mail goes.</summary>
    public required string Address { get; init; }

    /// <summary>Further addresses of the same person; no mail goes there.</summary>
    public IReadOnlyList<string> OtherAddresses { get; init; } = [];

    /// <summary>The name as it is shown and written in mails; given name and family name where it is left out.</summary>
    public string? Name { get; init; }

    public string? GivenName { get; init; }

    public string? FamilyName { get; init; }

    /// <summary>Numbers in international form, or in that of the first country.</summary>
    public IReadOnlyList<ContactPhone> Phones { get; init; } = [];

    /// <summary>Names on networks.</summary>
    public IReadOnlyList<Handle> Handles { get; init; } = [];

    /// <summary>Present and past positions at outlets, the main one first.</summary>
    public IReadOnlyList<Position> Positions { get; init; } = [];

    /// <summary>Languages they read, best first; at least one.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>Countries they cover, ISO 3166-1 alpha-2; the first is where they are.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>Their beats.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>IANA time zone.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Notes of the organisation's users. The contact can read them.</summary>
    public string? Notes { get; init; }

    /// <summary>The organisation's own marks.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Whether they get what their lists get.</summary>
    public ContactStatus Status { get; init; }

    /// <summary>The source of the data. A fact that a replacement does not change keeps its own source.</summary>
    public required string Source { get; init; }

    /// <summary>When the data was taken from there; now when left out.</summary>
    public DateTimeOffset? SourceDate { get; init; }

    /// <summary>On what ground the data is kept.</summary>
    public required LawfulBasis LawfulBasis { get; init; }

    /// <summary>The stored contact as an input that would replace it by itself.</summary>
    public static ContactInput From(Contact contact) => new()
    {
        Address = contact.Address,
        OtherAddresses = contact.OtherAddresses,
        Name = contact.Name,
        GivenName = contact.GivenName,
        FamilyName = contact.FamilyName,
        Phones = contact.Phones,
        Handles = contact.Handles,
        Positions = contact.Positions,
        Languages = contact.Languages,
        Countries = contact.Countries,
        Topics = contact.Topics,
        TimeZone = contact.TimeZone,
        Notes = contact.Notes,
        Tags = contact.Tags,
        Status = contact.Status,
        Source = contact.Source,
        SourceDate = contact.SourceDate,
        LawfulBasis = contact.LawfulBasis,
    };
}
