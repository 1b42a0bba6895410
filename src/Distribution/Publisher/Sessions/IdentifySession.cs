using Distribution.Publisher.Users;

namespace Distribution.Publisher.Sessions;

/// <summary>
/// Finds the user whose browser sends a secret. Their grants are read with each request, so that a grant or a user that is taken away ends
/// with the next page.
/// </summary>
public sealed class IdentifySession(SessionStore sessions, UserStore users)
{
    /// <returns>Null when the session has ended, or its user was removed.</returns>
    public async Task<SignedIn?> RunAsync(string? secret, CancellationToken cancellationToken)
    {
        if (await sessions.FindAsync(secret, cancellationToken) is not { } session) return null;
        return await users.FindAsync(session.User, cancellationToken) is { Value: var user }
            ? new(user, session, new Caller(user.Id, null, new Access(user.Grants, Role.Administrator, [])))
            : null;
    }
}

/// <summary>A user who is signed in.</summary>
/// <param name="Caller">The user with all of their rights.</param>
public sealed record SignedIn(User User, Session Session, Caller Caller);
