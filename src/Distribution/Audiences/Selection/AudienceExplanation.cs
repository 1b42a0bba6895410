using Distribution.Audiences.Suppressions;
using Distribution.Platform.Languages;

namespace Distribution.Audiences.Selection;

/// <summary>Why somebody would get a mail to an audience, or would not.</summary>
public sealed record AudienceExplanation
{
    /// <summary>Id of the contact; <c>nobody</c> for somebody imagined.</summary>
    public required string Contact { get; init; }

    /// <summary>Whether they would be mailed.</summary>
    public required bool IsPlanned { get; init; }

    /// <summary>Why not: suppressed, archived, excluded, filtered, pending, ended, or outside where they are on none of the lists.</summary>
    public string? Reason { get; init; }

    /// <summary>The language of the mail.</summary>
    public string? Language { get; init; }

    /// <summary>Why it is that one.</summary>
    public LanguageReason? LanguageReason { get; init; }

    /// <summary>Their subscriptions to the audience's lists and to its excluded lists.</summary>
    public required IReadOnlyList<ListReason> Lists { get; init; }

    /// <summary>Every filter that the audience sets.</summary>
    public required IReadOnlyList<FilterReason> Filters { get; init; }

    /// <summary>Everything by which the audience excludes them.</summary>
    public required IReadOnlyList<Exclusion> Exclusions { get; init; }

    /// <summary>Why their address must not be mailed.</summary>
    public Suppression? Suppression { get; init; }
}

/// <summary>The reason why an audience excludes a person.</summary>
/// <param name="By">A list they are on, the outlet they work for, or they themselves.</param>
/// <param name="Id">Its id.</param>
public sealed record Exclusion(ExclusionKind By, string Id);

public enum ExclusionKind
{
    List,
    Outlet,
    Contact,
}

/// <summary>The decision of one filter about a person.</summary>
/// <param name="Filter">Name of the field of the audience.</param>
/// <param name="Wanted">The values of which one is needed.</param>
/// <param name="Has">The person's values.</param>
/// <param name="Passes">Whether that is enough.</param>
public sealed record FilterReason(string Filter, IReadOnlyList<string> Wanted, IReadOnlyList<string> Has, bool Passes);
