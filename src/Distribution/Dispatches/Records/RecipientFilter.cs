using System.Globalization;
using Distribution.Dispatches.Ledger;
using Distribution.Mail.Outcomes;

namespace Distribution.Dispatches.Records;

/// <summary>Which recipients of a dispatch are wanted.</summary>
public sealed record RecipientFilter
{
    public OutcomeState? Outcome { get; init; }

    /// <summary>Language tag of the translation that they get.</summary>
    public string? Language { get; init; }

    /// <summary>Id of a media list that they get it by.</summary>
    public string? List { get; init; }

    /// <summary>A part of their name or address, letter case and accents aside.</summary>
    public string? Text { get; init; }

    internal bool Passes(Dispatch dispatch, Recipient recipient, Outcome outcome) =>
        (Outcome is null || outcome.State == Outcome)
        && (Language is null || recipient.Language == Language)
        && (List is null || recipient.Lists.Any(number => dispatch.Lists[number] == List))
        && (string.IsNullOrWhiteSpace(Text) || Has(recipient.Name, Text.Trim()) || Has(recipient.Address, Text.Trim()));

    private static bool Has(string text, string part) =>
        CultureInfo.InvariantCulture.CompareInfo.IndexOf(text, part, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0;
}
