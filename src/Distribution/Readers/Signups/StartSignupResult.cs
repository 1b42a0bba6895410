using Distribution.Platform.Validation;

namespace Distribution.Readers.Signups;

/// <summary>What became of a journalist's wish to subscribe.</summary>
public abstract record StartSignupResult
{
    private StartSignupResult() { }

    /// <summary>A confirmation is under way, or was sent often enough; nobody is told which.</summary>
    public sealed record Taken : StartSignupResult;

    /// <summary>Too many from this network.</summary>
    /// <param name="Wait">After which it may ask again.</param>
    public sealed record TooMany(TimeSpan Wait) : StartSignupResult;

    public sealed record Invalid(FieldErrors Errors) : StartSignupResult;
}
