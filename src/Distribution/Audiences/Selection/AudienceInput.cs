using Distribution.Contacts.Outlets;

namespace Distribution.Audiences.Selection;

/// <summary>The audience of a release as given, not yet validated.</summary>
public sealed record AudienceInput
{
    /// <summary>Ids of the media lists; at least one, except for a draft.</summary>
    public IReadOnlyList<string> Lists { get; init; } = [];

    /// <summary>Languages, of which the contact reads at least one.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Countries, ISO 3166-1 alpha-2, of which the contact covers at least one.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>Topics, of which the contact covers at least one.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Types of outlets, for one of which the contact works.</summary>
    public IReadOnlyList<OutletType> OutletTypes { get; init; } = [];

    /// <summary>Ids of media lists whose confirmed members are excluded.</summary>
    public IReadOnlyList<string> ExcludedLists { get; init; } = [];

    /// <summary>Ids of outlets whose contacts are excluded.</summary>
    public IReadOnlyList<string> ExcludedOutlets { get; init; } = [];

    /// <summary>Ids of contacts who are left out.</summary>
    public IReadOnlyList<string> ExcludedContacts { get; init; } = [];

    /// <summary>An audience as it would be given again.</summary>
    public static AudienceInput From(Audience audience) => new()
    {
        Lists = audience.Lists,
        Languages = audience.Languages,
        Countries = audience.Countries,
        Topics = audience.Topics,
        OutletTypes = audience.OutletTypes,
        ExcludedLists = audience.ExcludedLists,
        ExcludedOutlets = audience.ExcludedOutlets,
        ExcludedContacts = audience.ExcludedContacts,
    };
}
