using Distribution.Dispatches.Ledger;
using Distribution.Platform.Validation;

namespace Distribution.Dispatches.Resolutions;

/// <summary>Resolves held recipients; pure.</summary>
public static class ResolutionRules
{
    /// <summary>Most recipients of one request; they are written in one transaction.</summary>
    public const int Most = 100;

    private const int LongestNote = 500;

    /// <summary>Checks what is said of the recipients and gives it back in the form that is kept.</summary>
    public static IReadOnlyList<ResolutionInput> Check(IReadOnlyList<ResolutionInput?> inputs, FieldErrors errors)
    {
        errors.Require(inputs.Count is > 0 and <= Most, "recipients", $"are 1 to {Most}.");
        HashSet<string> contacts = [];
        List<ResolutionInput> kept = [];
        foreach (var (index, input) in inputs.Take(Most).Index())
        {
            if (input is null)
            {
                errors.Add($"recipients.{index}", "is required.");
                continue;
            }

            errors.Require(contacts.Add(input.Contact), $"recipients.{index}.contact", "is named twice.");
            kept.Add(input with { Note = string.IsNullOrWhiteSpace(input.Note) ? null : errors.Text($"recipients.{index}.note", input.Note, LongestNote) });
        }

        return kept;
    }

    /// <summary>A note outlives an erasure, so it must not be what the address is kept in.</summary>
    public static bool RepeatsAddress(ResolutionInput input, Recipient recipient) =>
        recipient.Address.Length > 0 && input.Note?.Contains(recipient.Address, StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>The resolution after a user's entry; the same one when the entry changes nothing.</summary>
    public static HeldResolution After(HeldResolution? known, ResolutionInput input, string person, DateTimeOffset now)
    {
        if (known is not null && (known.Resolution, known.Note) == (input.Resolution, input.Note)) return known;
        return new()
        {
            Contact = input.Contact,
            Resolution = input.Resolution,
            Note = input.Note,
            By = person,
            At = now,
            Earlier = known is null ? [] : [.. known.Earlier, new(known.Resolution, known.Note, known.By, known.At)],
        };
    }
}
