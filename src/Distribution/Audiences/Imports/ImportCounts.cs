namespace Distribution.Audiences.Imports;

/// <summary>The rows of a file by result. The first four add up to the rows.</summary>
public sealed record ImportCounts
{
    private const int MostUnknownTopics = 200;

    public int Added { get; init; }

    public int Changed { get; init; }

    public int Unchanged { get; init; }

    public int LeftOut { get; init; }

    /// <summary>Rows of which something could not be taken as it stands, those left out included.</summary>
    public int WithProblems { get; init; }

    /// <summary>Subscriptions that are new.</summary>
    public int Subscribed { get; init; }

    /// <summary>Rows whose address is suppressed, because the file says so.</summary>
    public int Suppressed { get; init; }

    /// <summary>Subscriptions that the file says have ended.</summary>
    public int Ended { get; init; }

    /// <summary>Rows by word that means none of the organisation's topics; of very many words only the first ones met.</summary>
    public IReadOnlyDictionary<string, int> UnknownTopics { get; init; } = new Dictionary<string, int>();

    public ImportCounts Plus(ImportRowResult result) => this with
    {
        Added = Added + (result.Outcome == RowOutcome.Added ? 1 : 0),
        Changed = Changed + (result.Outcome == RowOutcome.Changed ? 1 : 0),
        Unchanged = Unchanged + (result.Outcome == RowOutcome.Unchanged ? 1 : 0),
        LeftOut = LeftOut + (result.Outcome == RowOutcome.LeftOut ? 1 : 0),
        WithProblems = WithProblems + (result.Problems.Count > 0 ? 1 : 0),
        Subscribed = Subscribed + result.Lists.Count,
        Suppressed = Suppressed + (result.Suppressed is null ? 0 : 1),
        Ended = Ended + result.Ended.Count,
        UnknownTopics = result.UnknownTopics.Count == 0 ? UnknownTopics : Plus(result.UnknownTopics),
    };

    public bool Equals(ImportCounts? other) =>
        other is not null
        && (Added, Changed, Unchanged, LeftOut) == (other.Added, other.Changed, other.Unchanged, other.LeftOut)
        && (WithProblems, Subscribed, Suppressed, Ended) == (other.WithProblems, other.Subscribed, other.Suppressed, other.Ended)
        && UnknownTopics.OrderBy(word => word.Key).SequenceEqual(other.UnknownTopics.OrderBy(word => word.Key));

    public override int GetHashCode() => HashCode.Combine(Added, Changed, Unchanged, LeftOut, WithProblems, Subscribed, Suppressed, Ended);

    private Dictionary<string, int> Plus(IReadOnlyList<string> words)
    {
        Dictionary<string, int> all = new(UnknownTopics);
        foreach (var word in words.Where(word => all.Count < MostUnknownTopics || all.ContainsKey(word)))
            all[word] = all.GetValueOrDefault(word) + 1;
        return all;
    }
}
