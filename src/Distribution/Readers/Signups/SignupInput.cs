using Distribution.Audiences.Subscriptions;

namespace Distribution.Readers.Signups;

/// <summary>A signup as entered in the form, not yet validated.</summary>
public sealed record SignupInput
{
    /// <summary>Their mail address; the confirmation is sent there.</summary>
    public string Address { get; init; } = "";

    public string? Name { get; init; }

    /// <summary>Where they work, in their own words.</summary>
    public string? Outlet { get; init; }

    /// <summary>Languages they read, best first; when left out, those that are known of them, else the page's.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Countries they cover, ISO 3166-1 alpha-2.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>Ids of public media lists; at least one.</summary>
    public IReadOnlyList<string> Lists { get; init; } = [];

    /// <summary>Each release when it is sent, or one mail a day.</summary>
    public Frequency Frequency { get; init; }

    /// <summary>Language of the page and of the confirmation.</summary>
    public string Language { get; init; } = "en";
}
