namespace Distribution.Audiences.Selection;

/// <summary>The reason why an audience excludes a person.</summary>
/// <param name="By">A list they are on, the outlet they work for, or they themselves.</param>
/// <param name="Id">Its id.</param>
public sealed record Exclusion(ExclusionKind By, string Id);
