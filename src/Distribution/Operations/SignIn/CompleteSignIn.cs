using Distribution.Platform.Audit;
using Distribution.Platform.Storage;
using Distribution.Publisher.Sessions;

namespace Distribution.Operations.SignIn;

/// <summary>Begins a session for a user who has shown the code or the link that their address was sent, once.</summary>
public sealed class CompleteSignIn(
    SignInRequestStore requests,
    SignInSecrets secrets,
    FindSignInUser findUser,
    SessionStore sessions,
    AuditStore audit,
    TimeProvider clock)
{
    /// <summary>Codes and links that may be tried for one request.</summary>
    public const int MostTries = 5;

    /// <summary>Whether the request can still be used.</summary>
    public async Task<bool> IsOpenAsync(string request, CancellationToken cancellationToken) =>
        await requests.FindAsync(request, cancellationToken) is { Value: var found } && IsOpen(found);

    /// <param name="request">Id of the request.</param>
    /// <param name="shown">The code as it was typed, or the token of the link.</param>
    /// <param name="device">The browser as it names itself.</param>
    public async Task<CompleteSignInResult> RunAsync(
        string request, string shown, string device, CancellationToken cancellationToken)
    {
        if (await requests.FindAsync(request, cancellationToken) is not { } found || !IsOpen(found.Value))
            return new CompleteSignInResult.Over();
        // The try is counted before it is judged: many at once are no more than one after the other.
        var isRight = secrets.Matches(request, shown);
        var tried = found.Value with { Tries = found.Value.Tries + 1, UsedAt = isRight ? clock.GetUtcNow() : null };
        if (await requests.ReplaceAsync(found, tried, cancellationToken) is not WriteResult.Done)
            return await RunAsync(request, shown, device, cancellationToken);
        if (!isRight)
            return tried.Tries < MostTries ? new CompleteSignInResult.Wrong(MostTries - tried.Tries) : new CompleteSignInResult.Over();
        if (await findUser.RunAsync(found.Value.Address, cancellationToken) is not { } user) return new CompleteSignInResult.Over();
        var secret = await sessions.AddAsync(user.Id, device, cancellationToken);
        await audit.AddAsync(
            "user.signedIn", new(user.Id, null), $"user:{user.Id}", new Dictionary<string, string>(), cancellationToken);
        return new CompleteSignInResult.SignedIn(secret);
    }

    private bool IsOpen(SignInRequest request) =>
        request.UsedAt is null && request.Tries < MostTries && request.ExpiresAt > clock.GetUtcNow();
}

public abstract record CompleteSignInResult
{
    private CompleteSignInResult() { }

    /// <param name="Secret">For the cookie.</param>
    public sealed record SignedIn(string Secret) : CompleteSignInResult;

    /// <param name="TriesLeft">How many codes may still be tried.</param>
    public sealed record Wrong(int TriesLeft) : CompleteSignInResult;

    /// <summary>The request was used, has expired, or was tried too often; or its address is no user's.</summary>
    public sealed record Over : CompleteSignInResult;
}
