using Distribution.Contacts.Outlets;

namespace Distribution.Audiences.MediaLists;

/// <summary>The members of a list by rule: contacts with at least one value of each kind that is named here.</summary>
public sealed record ListRule
{
    /// <summary>Countries they cover, ISO 3166-1 alpha-2.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>Their beats.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Primary languages they read.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Types of the outlet they work for.</summary>
    public IReadOnlyList<OutletType> OutletTypes { get; init; } = [];

    public bool Equals(ListRule? other) =>
        other is not null
        && Countries.SequenceEqual(other.Countries)
        && Topics.SequenceEqual(other.Topics)
        && Languages.SequenceEqual(other.Languages)
        && OutletTypes.SequenceEqual(other.OutletTypes);

    public override int GetHashCode() => HashCode.Combine(Countries.Count, Topics.Count, Languages.Count, OutletTypes.Count);
}
