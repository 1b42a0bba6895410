using Distribution.Platform.Security;
using Distribution.Platform.Validation;

namespace Distribution.Readers.Unsubscribe;

/// <summary>
/// Undoes an unsubscription by the link of a release's mail or of a digest, or chooses less instead. A token that is not genuine changes
/// nothing.
/// </summary>
public sealed class KeepByToken(LinkTokens tokens, KeepSubscriptions stay)
{
    /// <returns>The faults of the choice.</returns>
    public async Task<FieldErrors> RunAsync(string token, KeepRequest request, CancellationToken cancellationToken)
    {
        if (tokens.Read(LinkPurpose.Unsubscribe, token) is { } link) return await stay.RunAsync(link.Release, link.Contact, request, cancellationToken);
        return tokens.Read(LinkPurpose.UnsubscribeDigests, token) is { } digests ? await stay.DigestsAsync(digests.Contact, request, cancellationToken) : new();
    }
}
