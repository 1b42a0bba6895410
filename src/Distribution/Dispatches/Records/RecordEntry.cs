using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Resolutions;
using Distribution.Mail.Outcomes;

namespace Distribution.Dispatches.Records;

/// <summary>One recipient in a distribution record.</summary>
public sealed record RecordEntry
{
    /// <summary>Id of the contact.</summary>
    public required string Contact { get; init; }

    /// <summary>Where the mail went; null when it was erased.</summary>
    public string? Address { get; init; }

    /// <summary>Their name then; null when it was erased.</summary>
    public string? Name { get; init; }

    /// <summary>The name of the outlet that they worked for then; null when there was none, or it was erased.</summary>
    public string? Outlet { get; init; }

    /// <summary>The translation they got.</summary>
    public required string Language { get; init; }

    /// <summary>Ids of the media lists they got it by.</summary>
    public required IReadOnlyList<string> Lists { get; init; }

    public required OutcomeState Outcome { get; init; }

    /// <summary>How many times the mail was handed over.</summary>
    public required int Attempts { get; init; }

    /// <summary>When the outcome became so, UTC with milliseconds.</summary>
    public string? At { get; init; }

    /// <summary>SMTP reply code (RFC 5321, section 4.2).</summary>
    public int? Code { get; init; }

    /// <summary>Enhanced status code (RFC 3463).</summary>
    public string? Enhanced { get; init; }

    /// <summary>The mail server's own words, or ours where it said none.</summary>
    public string? Words { get; init; }

    /// <summary>Which connection it went over.</summary>
    public string? Connection { get; init; }

    /// <summary>Without its angle brackets; null when no mail was handed over.</summary>
    public string? MessageId { get; init; }

    /// <summary>An attempt had no answer, so that the recipient may have received the mail twice.</summary>
    public required bool MayHaveReceivedTwice { get; init; }

    /// <summary>A user's resolution of a held recipient.</summary>
    public HeldResolution? Resolution { get; init; }

    public static RecordEntry Create(Dispatch dispatch, Recipient recipient, Outcome outcome, HeldResolution? heldResolution) => new()
    {
        Contact = recipient.Contact,
        Address = Text(recipient.Address),
        Name = Text(recipient.Name),
        Outlet = recipient.Outlet,
        Language = recipient.Language,
        Lists = [.. recipient.Lists.Select(number => dispatch.Lists[number])],
        Outcome = outcome.State,
        Attempts = outcome.Attempts,
        At = outcome.At is { } at ? LedgerTime.Write(at) : null,
        Code = outcome.Code == 0 ? null : outcome.Code,
        Enhanced = Text(outcome.Enhanced),
        Words = Text(outcome.Words),
        Connection = Text(outcome.Connection),
        MessageId = outcome.Attempts > 0 && dispatch.MessageIdDomain is { } domain
            ? MessageIds.Create(dispatch.Id, recipient.Contact, domain)
            : null,
        MayHaveReceivedTwice = outcome.MaybeTwice,
        Resolution = heldResolution,
    };

    private static string? Text(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
