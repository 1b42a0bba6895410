using System.Collections.Immutable;

namespace Distribution.Mail.Smtp;

/// <summary>
/// Whether a refusal of one recipient is about all our mail; pure. "Relaying denied" to two recipients in a row, with nothing accepted between,
/// is our fault and stops the dispatch. Words about a rate or a limit to three in a row mean that we are too fast. One recipient alone proves neither.
/// </summary>
internal sealed record RelayDoubt
{
    /// <summary>How many different recipients must hear of a limit in a row before it is the relay's limit and not that of their mailboxes.</summary>
    public const int RecipientsOfALimit = 3;

    public static RelayDoubt None { get; } = new();

    /// <summary>The recipient whose relaying was last denied since anything was accepted.</summary>
    public string? Denied { get; private init; }

    /// <summary>The recipients who heard of a limit since anything was accepted.</summary>
    public ImmutableHashSet<string> Limited { get; private init; } = [];

    /// <summary>Interprets an answer to a recipient in the light of those before it, with the doubt that remains.</summary>
    public (RelayDoubt Next, SendResult Result) After(string recipient, SendResult result) => result switch
    {
        SendResult.Accepted => (None, result),
        SendResult.Deferred { MayBeOurs: true } when Denied is null || Denied == recipient => (this with { Denied = recipient }, result),
        SendResult.Deferred { MayBeOurs: true } => (this, new SendResult.Stopped(result.Reply)),
        SendResult.Deferred { MayBeRate: true } deferred => AfterLimit(Limited.Add(recipient), deferred),
        _ => (this, result),
    };

    /// <summary>After the rest the count begins again, so that a few full mailboxes at the end of a dispatch do not make each rest longer than the last.</summary>
    private (RelayDoubt Next, SendResult Result) AfterLimit(ImmutableHashSet<string> limited, SendResult.Deferred result) =>
        limited.Count < RecipientsOfALimit
            ? (this with { Limited = limited }, result)
            : (this with { Limited = [] }, result with { Scope = DeferralScope.Rate });
}
