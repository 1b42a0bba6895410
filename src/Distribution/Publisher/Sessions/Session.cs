namespace Distribution.Publisher.Sessions;

/// <summary>A browser in which a user is signed in. Its secret itself is not stored.</summary>
public sealed record Session
{
    /// <summary>The hash of its secret; names it where sessions are listed.</summary>
    public required string Id { get; init; }

    /// <summary>Id of the user.</summary>
    public required string User { get; init; }

    /// <summary>The browser as it names itself (RFC 9110, section 10.1.5), cut to 200 characters.</summary>
    public string Device { get; init; } = "";

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The last request, to within <see cref="SessionStore.Precision"/>.</summary>
    public required DateTimeOffset LastUsedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}
