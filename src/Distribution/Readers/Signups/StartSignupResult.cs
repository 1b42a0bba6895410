using Distribution.Platform.Validation;

namespace Distribution.Readers.Signups;

/// <summary>The result of a request to subscribe.</summary>
public abstract record StartSignupResult
{
    private StartSignupResult() { }

    /// <summary>A confirmation is on its way, or was sent often enough; the answer does not say which.</summary>
    public sealed record Taken : StartSignupResult;

    /// <summary>Too many from this network.</summary>
    /// <param name="Wait">After which it may ask again.</param>
    public sealed record TooMany(TimeSpan Wait) : StartSignupResult;

    public sealed record Invalid(FieldErrors Errors) : StartSignupResult;
}
