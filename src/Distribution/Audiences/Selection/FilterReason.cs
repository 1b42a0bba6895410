namespace Distribution.Audiences.Selection;

/// <summary>What a filter of an audience says of a person.</summary>
/// <param name="Filter">Name of the field of the audience.</param>
/// <param name="Wanted">The values of which one is needed.</param>
/// <param name="Has">What the person has.</param>
/// <param name="Passes">Whether that is enough.</param>
public sealed record FilterReason(string Filter, IReadOnlyList<string> Wanted, IReadOnlyList<string> Has, bool Passes);
