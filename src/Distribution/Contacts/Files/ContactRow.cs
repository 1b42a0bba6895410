namespace Distribution.Contacts.Files;

/// <summary>A contact as a row of a file has it: all text as found, trimmed, and not yet validated.</summary>
public sealed record ContactRow
{
    /// <summary>Which row or card of the file it is, as a spreadsheet program counts rows: from 1, the header and empty rows too.</summary>
    public required int Number { get; init; }

    public string Address { get; init; } = "";

    public IReadOnlyList<string> OtherAddresses { get; init; } = [];

    /// <summary>The whole name; put together from given and family name where the file has only these.</summary>
    public string Name { get; init; } = "";

    public string GivenName { get; init; } = "";

    public string FamilyName { get; init; } = "";

    public IReadOnlyList<RowPhone> Phones { get; init; } = [];

    public IReadOnlyList<RowHandle> Handles { get; init; } = [];

    /// <summary>Name of the outlet they work for.</summary>
    public string Outlet { get; init; } = "";

    public string Role { get; init; } = "";

    /// <summary>The kind of outlet, in the file's own word.</summary>
    public string? OutletType { get; init; }

    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>ISO 3166-1 alpha-2, of the names and codes that were recognised.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>Language tags, of the names and tags that were recognised.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    public string TimeZone { get; init; } = "";

    public string Notes { get; init; } = "";

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Where the data comes from, if the file says so itself.</summary>
    public string? Source { get; init; }

    /// <summary>The states of the address in the row's cells.</summary>
    public IReadOnlyList<RowStatus> Statuses { get; init; } = [];

    /// <summary>The media lists that an export of ours names, with the state of each subscription.</summary>
    public IReadOnlyList<RowSubscription> Subscriptions { get; init; } = [];

    /// <summary>The first column of each field that the file has, by the field's name.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();

    /// <summary>Cells that could not be taken as they stand.</summary>
    public IReadOnlyList<RowProblem> Problems { get; init; } = [];

    /// <summary>Whether nothing of it could be taken; the problems say why.</summary>
    public bool IsBroken { get; init; }
}
