using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Records;
using Distribution.Dispatches.Resolutions;
using Distribution.Mail.Outcomes;

namespace Distribution.Web.Dispatches.Ledger;

/// <summary>A dispatch, and how far it is.</summary>
internal sealed record DispatchView
{
    public required string Id { get; init; }

    public required string Release { get; init; }

    /// <summary>The release's version that is sent.</summary>
    public required int Version { get; init; }

    public required DispatchKind Kind { get; init; }

    public required DispatchState State { get; init; }

    /// <summary>Why it is stopped.</summary>
    public string? StopReason { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its list of recipients was closed.</summary>
    public DateTimeOffset? SealedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>How many recipients it has.</summary>
    public required int Planned { get; init; }

    /// <summary>How many of the audience it leaves out, by reason.</summary>
    public required IReadOnlyDictionary<string, int> Excluded { get; init; }

    /// <summary>Recipients by outcome; their sum is the number planned.</summary>
    public required IReadOnlyDictionary<OutcomeState, int> Outcomes { get; init; }

    /// <summary>
    /// Mails accepted per minute since the list of recipients was closed. Only where one dispatch is read, while it is being sent.
    /// </summary>
    public double? MailsPerMinute { get; init; }

    /// <summary>The time of the last mail, if nothing comes in between. Only where one dispatch is read, while it is being sent.</summary>
    public DateTimeOffset? LastRecipientAt { get; init; }

    /// <summary>SHA-256 over the distribution record at the finish: contact, language, outcome, time and code of each recipient.</summary>
    public string? RecordHash { get; init; }

    /// <summary>Recipients by language and outcome. Only where one dispatch is read.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<OutcomeState, int>>? Languages { get; init; }

    /// <summary>Recipients by media list and language; who is on several lists counts in each. Only where one dispatch is read.</summary>
    public IReadOnlyList<DispatchTotals.Line>? Lines { get; init; }

    /// <summary>Held recipients that a user has resolved, by resolution. Only where one dispatch is read.</summary>
    public IReadOnlyDictionary<Resolution, int>? Resolved { get; init; }

    public static DispatchView From(
        Dispatch dispatch, DispatchTotals totals, DispatchForecast? forecast) => From(dispatch, totals.Outcomes) with
        {
            Languages = totals.Languages,
            Lines = totals.Lines,
            MailsPerMinute = forecast?.MailsPerMinute is { } rate ? Math.Round(rate, 1) : null,
            LastRecipientAt = forecast?.LastRecipientAt,
        };

    public static DispatchView From(Dispatch dispatch, IReadOnlyDictionary<OutcomeState, int> outcomes) => new()
    {
        Id = dispatch.Id,
        Release = dispatch.Release,
        Version = dispatch.Version,
        Kind = dispatch.Kind,
        State = dispatch.State,
        StopReason = dispatch.StopReason,
        CreatedAt = dispatch.CreatedAt,
        SealedAt = dispatch.SealedAt,
        FinishedAt = dispatch.FinishedAt,
        Planned = dispatch.Planned,
        Excluded = dispatch.Excluded,
        Outcomes = outcomes,
        RecordHash = dispatch.RecordHash,
    };
}
