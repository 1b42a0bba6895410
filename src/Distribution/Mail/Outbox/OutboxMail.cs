using Distribution.Dispatches.Previews;
using Distribution.Mail.Outcomes;

namespace Distribution.Mail.Outbox;

/// <summary>A mail to one person that is not part of a dispatch: a notice, a confirmation, a sign-in.</summary>
public sealed record OutboxMail
{
    /// <summary>What it is about, so that the same mail is never written twice.</summary>
    public required string Id { get; init; }

    public required string To { get; init; }

    public required string Name { get; init; }

    public required string Subject { get; init; }

    /// <summary>Plain text; empty where the mail is written when it is sent.</summary>
    public required string Text { get; init; }

    /// <summary>The same in HTML; many have none.</summary>
    public string? Html { get; init; }

    public required string Language { get; init; }

    /// <summary>
    /// Whether it is to a journalist: then <c>Mail:Recipients</c> decides whether it leaves, as it does not for the organisation's own
    /// people.
    /// </summary>
    public bool IsForJournalist { get; init; }

    /// <summary>The release that the mail is a test of.</summary>
    public ReleaseTest? Test { get; init; }

    /// <summary>Whether it is the link to the desk, which is made when the mail is sent.</summary>
    public bool IsPreferencesLink { get; init; }

    /// <summary>When the link in it stops working, so that it is not worth sending any more; most never do.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public Outcome Outcome { get; init; } = Outcome.Planned;
}
