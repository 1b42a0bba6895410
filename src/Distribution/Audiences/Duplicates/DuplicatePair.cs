using Distribution.Contacts.Contacts;

namespace Distribution.Audiences.Duplicates;

/// <summary>Two contacts that may be one person, and what shows it.</summary>
/// <param name="Evidence">The facts in which they agree, with where each contact has them from.</param>
/// <param name="FoundAt">When they were first found.</param>
public sealed record DuplicatePair(DuplicateContact First, DuplicateContact Second, IReadOnlyList<SharedFact> Evidence, DateTimeOffset FoundAt);

/// <summary>A fact in which two contacts agree, as each has it.</summary>
/// <param name="Fact"><c>name</c>, <c>outlet</c> or <c>phone</c>.</param>
public sealed record SharedFact(string Fact, SourcedValue First, SourcedValue Second);

/// <summary>A fact about a contact and where it comes from.</summary>
public sealed record SourcedValue(string Value, Origin Origin);
