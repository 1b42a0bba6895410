namespace Distribution.Audiences.Duplicates;

/// <summary>A fact in which two contacts agree, as each has it.</summary>
/// <param name="Fact"><c>name</c>, <c>outlet</c> or <c>phone</c>.</param>
public sealed record SharedFact(string Fact, SourcedValue First, SourcedValue Second);
