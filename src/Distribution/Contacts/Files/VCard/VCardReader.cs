using Distribution.Contacts.Files.Decoding;

namespace Distribution.Contacts.Files.VCard;

/// <summary>Cards one after the other. One that is broken costs no other.</summary>
internal sealed class VCardReader(LineReader lines)
{
    private const int LongestShown = 40;

    /// <summary>More than any card has; so that memory stays flat.</summary>
    private const int MostProperties = 1_000;
    private const int MostProblems = 10;

    private Line? ahead;
    private int number;
    private List<VCardProperty> properties = [];
    private List<RowProblem> problems = [];
    private LineFaults faults;
    private bool isOpen;

    public async ValueTask<Card?> ReadAsync(CancellationToken cancellationToken)
    {
        while (await UnfoldedAsync(cancellationToken) is { } line)
        {
            if (IsEnd(line, "BEGIN"))
            {
                var before = isOpen ? Close("The card does not end with END:VCARD.") : null;
                isOpen = true;
                if (before is not null) return before;
            }
            else if (IsEnd(line, "END"))
            {
                return Close(isOpen ? null : "The card does not begin with BEGIN:VCARD.");
            }
            else
            {
                Add(line);
            }
        }

        return isOpen || properties.Count > 0 || problems.Count > 0 ? Close("The card does not end with END:VCARD.") : null;
    }

    private static bool IsEnd(string line, string name) =>
        line.Replace(" ", "", StringComparison.Ordinal).Trim().Equals($"{name}:VCARD", StringComparison.OrdinalIgnoreCase);

    private void Add(string line)
    {
        if (string.IsNullOrWhiteSpace(line)) return;
        if (VCardProperty.Parse(line) is { } property) Add(property);
        else if (problems.Count < MostProblems) problems.Add(new(RowProblem.Row, "", $"A line of the card has no colon: \"{Begin(line)}\"."));
    }

    private void Add(VCardProperty property)
    {
        if (!property.IsBinary && properties.Count < MostProperties) properties.Add(property);
    }

    private static string Begin(string line) => line.Length <= LongestShown ? line : $"{line[..LongestShown]}…";

    private Card Close(string? problem)
    {
        if (problem is not null) problems.Add(new(RowProblem.Row, "", problem, "the lines there are"));
        Card card = new(++number, properties, [.. Line.Problems(faults), .. problems]);
        (properties, problems, faults, isOpen) = ([], [], LineFaults.None, false);
        return card;
    }

    /// <summary>
    /// A line with its continuation lines: a space or tab stands before them, or in vCard 2.1 an equals sign at the end of the one before.
    /// </summary>
    private async ValueTask<string?> UnfoldedAsync(CancellationToken cancellationToken)
    {
        if (await NextAsync(cancellationToken) is not { } first) return null;
        List<string> parts = [first.Text];
        var room = ContactFileLimits.LongestLine;
        var isSoft = IsSoft(first.Text) && first.Text.Contains("QUOTED-PRINTABLE", StringComparison.OrdinalIgnoreCase);
        while (await NextAsync(cancellationToken) is { } next)
        {
            var isFolded = next.Text is [' ' or '\t', ..];
            if (!isFolded && (!isSoft || IsEnd(next.Text, "END")))
            {
                ahead = next;
                break;
            }

            faults |= next.Faults;
            if (isSoft) parts[^1] = parts[^1][..^1];
            isSoft = isSoft && IsSoft(next.Text);
            if ((room -= next.Text.Length) > 0) parts.Add(isFolded ? next.Text[1..] : next.Text);
            else faults |= LineFaults.TooLong;
        }

        faults |= first.Faults;
        return string.Concat(parts);
    }

    private static bool IsSoft(string line) => line.EndsWith('=');

    private async ValueTask<Line?> NextAsync(CancellationToken cancellationToken)
    {
        if (ahead is not { } line) return await lines.ReadAsync(cancellationToken);
        ahead = null;
        return line;
    }
}
