namespace Distribution.Platform.Audit;

/// <summary>Who does something.</summary>
/// <param name="Person">Id of the person.</param>
/// <param name="Key">Id of the API key that acts for them, if it is one.</param>
public sealed record Actor(string Person, string? Key)
{
    /// <summary>The program itself, for what no person does.</summary>
    public static Actor Program { get; } = new("program", null);
}
