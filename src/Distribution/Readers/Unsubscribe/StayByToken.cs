using Distribution.Platform.Security;
using Distribution.Platform.Validation;

namespace Distribution.Readers.Unsubscribe;

/// <summary>Takes back, or makes less of, what the link of a release's mail or of a digest lets its reader leave. A token that is not genuine changes nothing.</summary>
public sealed class StayByToken(LinkTokens tokens, StayOnLists stay)
{
    /// <returns>What is wrong with the wish.</returns>
    public async Task<FieldErrors> RunAsync(string token, StayWish wish, CancellationToken cancellationToken)
    {
        if (tokens.Read(LinkPurpose.Leave, token) is { } link) return await stay.RunAsync(link.Release, link.Contact, wish, cancellationToken);
        return tokens.Read(LinkPurpose.LeaveDigests, token) is { } digests ? await stay.DigestsAsync(digests.Contact, wish, cancellationToken) : new();
    }
}
