namespace Distribution.Publisher.Users;

/// <summary>A role held at an office and those below it, or, where <paramref name="Office"/> is null, in the whole organisation.</summary>
public sealed record Grant(Role Role, string? Office = null);
