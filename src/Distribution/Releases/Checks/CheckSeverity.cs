namespace Distribution.Releases.Checks;

public enum CheckSeverity
{
    /// <summary>The release cannot be sent so.</summary>
    Error,

    /// <summary>Somebody has to say that it is meant so.</summary>
    Warning,
}
