namespace Distribution.Audiences.Duplicates;

/// <summary>Two contacts that may be one person, and what shows it.</summary>
/// <param name="Evidence">The facts in which they agree, with where each contact has them from.</param>
/// <param name="FoundAt">When they were first found.</param>
public sealed record DuplicatePair(DuplicateContact First, DuplicateContact Second, IReadOnlyList<SharedFact> Evidence, DateTimeOffset FoundAt);
