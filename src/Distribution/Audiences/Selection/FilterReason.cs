namespace Distribution.Audiences.Selection;

/// <summary>The decision of one filter about a person.</summary>
/// <param name="Filter">Name of the field of the audience.</param>
/// <param name="Wanted">The values of which one is needed.</param>
/// <param name="Has">The person's values.</param>
/// <param name="Passes">Whether that is enough.</param>
public sealed record FilterReason(string Filter, IReadOnlyList<string> Wanted, IReadOnlyList<string> Has, bool Passes);
