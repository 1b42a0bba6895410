using Distribution.Mail.Outcomes;

namespace Distribution.Mail.Outbox;

/// <summary>A mail to one person that is not part of a dispatch: a notice, a confirmation, a sign-in.</summary>
public sealed record OutboxMail
{
    /// <summary>The subject matter, so that the same mail is never written twice.</summary>
    public required string Id { get; init; }

    public required string To { get; init; }

    public required string Name { get; init; }

    public required string Subject { get; init; }

    /// <summary>Plain text; empty where the mail is written when it is sent.</summary>
    public required string Text { get; init; }

    /// <summary>The same in HTML; many have none.</summary>
    public string? Html { get; init; }

    public required string Language { get; init; }

    /// <summary>Whether it is to a journalist: then <c>Mail:Recipients</c> decides whether it is sent, as it does not for users.</summary>
    public bool IsForJournalist { get; init; }

    /// <summary>The <see cref="IOutboxWriter"/> that writes it when it is sent; null where it is written already.</summary>
    public string? Writer { get; init; }

    /// <summary>Further content for the writer, as text.</summary>
    public string? About { get; init; }

    /// <summary>When the link in it stops working, so that it is not worth sending any more; most never do.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public Outcome Outcome { get; init; } = Outcome.Planned;
}
