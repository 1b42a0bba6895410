using Distribution.Platform.Validation;

namespace Distribution.Readers.Preferences;

public abstract record RequestPreferencesLinkResult
{
    private RequestPreferencesLinkResult() { }

    /// <summary>If anybody is mailed at the address, a link is on its way.</summary>
    public sealed record Taken : RequestPreferencesLinkResult;

    /// <summary>Too many have asked from the same network.</summary>
    /// <param name="Wait">After which it may ask again.</param>
    public sealed record TooMany(TimeSpan Wait) : RequestPreferencesLinkResult;

    public sealed record Invalid(FieldErrors Errors) : RequestPreferencesLinkResult;
}
