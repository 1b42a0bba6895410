using Distribution.Contacts.Contacts;

namespace Distribution.Audiences.Merging;

/// <summary>Merges the facts about two contacts that are one person; pure.</summary>
public static class MergeRule
{
    private const int LongestNotes = 4_000;

    /// <summary>
    /// The contact that stays, with what it lacks and the other has. Nothing that is there is changed, also not where mail goes. Each fact
    /// says where it comes from.
    /// </summary>
    public static Contact Join(Contact kept, Contact other)
    {
        var row = other with { OtherAddresses = [.. other.AllAddresses], Name = other.Name == other.Address ? kept.Name : other.Name };
        var joined = ContactFacts.Fill(kept, row) with
        {
            Positions = [.. kept.Positions, .. other.Positions.Where(position => !kept.Positions.Any(known => Says(known, position)))],
            Notes = Notes(kept.Notes, other.Notes),
            Aliases = [.. kept.Aliases.Union([other.Id, .. other.Aliases])],
        };
        return Origins.Trace(joined, kept, other);
    }

    /// <summary>Takes back what came only from the other contact and was not changed since.</summary>
    /// <param name="now">The contact that stayed.</param>
    /// <param name="merge">The recorded changes of the merge.</param>
    /// <param name="isOthers">Whether an address goes back to the other contact.</param>
    public static Contact TakeBack(Contact now, Merge merge, Func<string, bool> isOthers)
    {
        var (before, after) = (merge.KeptBefore!, merge.KeptAfter!);
        var address = isOthers(now.Address) ? before.Address : now.Address;
        var taken = ContactFacts.All.Aggregate(now, (contact, fact) => fact.TakeBack(contact, before, after)) with
        {
            Address = address,
            OtherAddresses = [.. now.OtherAddresses.Where(other => other != address && !isOthers(other))],
            Aliases = [.. now.Aliases.Except([merge.Other, .. merge.OtherBefore!.Aliases])],
        };
        return Origins.Trace(taken, before, now);
    }

    /// <summary>Whether a position says what another says, and perhaps more.</summary>
    private static bool Says(Position known, Position other) =>
        known.Outlet == other.Outlet
        && (other.Role is null || other.Role == known.Role)
        && (other.From is null || other.From == known.From)
        && other.Until == known.Until;

    private static string? Notes(string? kept, string? other)
    {
        if (kept is null || other is null || kept.Contains(other, StringComparison.Ordinal)) return kept ?? other;
        var both = $"{kept}\n\n{other}";
        return both.Length <= LongestNotes ? both : kept;
    }
}
