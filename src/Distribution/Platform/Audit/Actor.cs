namespace Distribution.Platform.Audit;

/// <summary>The user or program behind an action.</summary>
/// <param name="User">Id of the user.</param>
/// <param name="Key">Id of the API key that acts for them, if it is one.</param>
public sealed record Actor(string User, string? Key)
{
    /// <summary>The program itself, for what no person does.</summary>
    public static Actor Program { get; } = new("program", null);
}
