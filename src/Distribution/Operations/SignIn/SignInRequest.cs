namespace Distribution.Operations.SignIn;

/// <summary>Somebody's wish to sign in, until they have shown that they read the mail to their address.</summary>
public sealed record SignInRequest
{
    public required string Id { get; init; }

    /// <summary>HMAC of the address that was typed, whether a user has it or not.</summary>
    public required string Address { get; init; }

    /// <summary>How often a code or a link was tried.</summary>
    public int Tries { get; init; }

    /// <summary>When it was used; it works once.</summary>
    public DateTimeOffset? UsedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}
