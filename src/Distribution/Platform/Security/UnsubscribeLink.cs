namespace Distribution.Platform.Security;

/// <summary>The link to unsubscribe, as its token says: the mail it came in, and its recipient.</summary>
public abstract record UnsubscribeLink
{
    private UnsubscribeLink(string contact) => Contact = contact;

    /// <summary>The contact that the mail was for; it may have been merged into another since.</summary>
    public string Contact { get; }

    /// <summary>The link of a release's mail.</summary>
    public sealed record InRelease(string Release, string Contact) : UnsubscribeLink(Contact);

    /// <summary>The link of a digest.</summary>
    public sealed record InDigest(string Contact) : UnsubscribeLink(Contact);

    /// <returns>Null when the token is not genuine.</returns>
    public static UnsubscribeLink? Read(LinkTokens tokens, string? token)
    {
        if (tokens.Read(LinkPurpose.Unsubscribe, token) is var (release, contact)) return new InRelease(release, contact);
        return tokens.Read(LinkPurpose.UnsubscribeDigests, token) is var (_, holder) ? new InDigest(holder) : null;
    }

    /// <returns>The token to put into the mail.</returns>
    public string Sign(LinkTokens tokens) => this is InRelease(var release, _)
        ? tokens.Sign(LinkPurpose.Unsubscribe, release, Contact)
        : tokens.Sign(LinkPurpose.UnsubscribeDigests, Contact, Contact);
}
