using Distribution.Platform.Storage;

namespace Distribution.Contacts.Search;

/// <summary>How the index is to change for one contact: rows to write, and those to delete.</summary>
public sealed record IndexChange
{
    /// <summary>Longer than a run that writes to the index lasts.</summary>
    private static readonly TimeSpan LongestRun = TimeSpan.FromHours(1);

    private IndexChange(string contact, Stored<IndexedContact>? before, IReadOnlyList<IndexRow> rows, IndexedContact after) =>
        (Contact, Before, Rows, After) = (contact, before, rows, after);

    public string Contact { get; }

    public IReadOnlyList<IndexRow> Rows { get; }

    internal Stored<IndexedContact>? Before { get; }

    internal IndexedContact After { get; }

    /// <summary>Whether there is nothing to write and nothing to delete.</summary>
    internal bool IsEmpty => Before is null && Rows.Count == 0 && After.Former.Count == 0;

    /// <param name="contact">Id of the contact.</param>
    /// <param name="before">The index rows before the contact, its lists and outlets were read; null when it has never had rows.</param>
    /// <param name="rows">The rows that it is to have; none when it is gone.</param>
    /// <param name="now">The present.</param>
    /// <param name="others">Further rows that this writer may have written before.</param>
    public static IndexChange Compare(
        string contact, Stored<IndexedContact>? before, IReadOnlyList<IndexRow> rows, DateTimeOffset now, IEnumerable<IndexKey>? others = null)
    {
        List<IndexKey> keys = [.. rows.Select(row => row.Key)];
        var recent = before is { Value: var had } && had.At + LongestRun > now ? had.Former : [];
        var former = (before?.Value.Keys ?? []).Concat(recent).Concat(others ?? []).Except(keys);
        return new(contact, before, rows, new() { Keys = keys, Former = [.. former], At = now });
    }
}
