using Distribution.Platform.Security;

namespace Distribution.Readers.Unsubscribe;

/// <summary>Ends the subscriptions that the link of a release's mail, or of a digest, covers; idempotent.</summary>
public sealed class UnsubscribeByToken(LinkTokens tokens, UnsubscribeFromLists leave)
{
    /// <returns>Whether the token is genuine; else nothing has changed.</returns>
    public async Task<bool> RunAsync(string? token, CancellationToken cancellationToken)
    {
        if (tokens.Read(LinkPurpose.Unsubscribe, token) is { } link) await leave.RunAsync(link.Release, link.Contact, cancellationToken);
        else if (tokens.Read(LinkPurpose.UnsubscribeDigests, token) is { } digests) await leave.DigestsAsync(digests.Contact, cancellationToken);
        else return false;
        return true;
    }
}
