using Azure.Data.Tables;

namespace Distribution.Contacts.Search;

/// <summary>
/// How a search is carried out: in one partition, by a filter that the storage evaluates, with a look at each row where that is not enough; pure.
/// </summary>
internal sealed class SearchPlan
{
    /// <summary>The service takes 15 comparisons a filter; this many remain for beginnings of further words, whatever else is asked for.</summary>
    private const int MostStarts = 3;

    private readonly string partition;
    private readonly string? prefix;
    private readonly List<string> words;
    private readonly List<Facet> facets;

    private SearchPlan(string partition, string? prefix, List<string> words, List<Facet> facets) =>
        (this.partition, this.prefix, this.words, this.facets) = (partition, prefix, words, facets);

    /// <summary>Whether the storage may find rows that do not match.</summary>
    public bool IsRough => words.Count > 0;

    /// <summary>The plan; null where the text has no letter and no digit and so finds nothing.</summary>
    public static SearchPlan? For(ContactQuery query)
    {
        List<Facet> facets = [.. query.Facets];
        if (string.IsNullOrWhiteSpace(query.Text))
        {
            var rarest = facets is [var first, ..] ? first : Facet.All;
            return new(rarest.Partition(query.Status), null, [], [.. facets.Skip(1)]);
        }

        var words = Folding.Words(query.Text);
        // A contact with a word that begins with "maria" has one that begins with "mar".
        List<string> needed = [.. words.Where(word => !words.Any(other => other != word && other.StartsWith(word, StringComparison.Ordinal)))];
        return needed.MaxBy(word => word.Length) is { } longest
            ? new(Facet.Word(longest).Partition(query.Status), longest, [.. needed.Where(word => word != longest)], facets)
            : null;
    }

    /// <summary>The filter for rows after a row, if one is given.</summary>
    public string Filter(string? after)
    {
        List<string> conditions = [TableClient.CreateQueryFilter($"PartitionKey eq {partition}")];
        if (prefix is null)
        {
            if (after is not null) conditions.Add(TableClient.CreateQueryFilter($"RowKey gt {after}"));
        }
        else
        {
            var from = string.CompareOrdinal(after, prefix) > 0 ? after : prefix;
            conditions.Add(TableClient.CreateQueryFilter($"RowKey gt {from} and RowKey lt {$"{prefix}\uFFFD"} and Shared lt {prefix.Length}"));
        }

        if (Flags() is { Count: > 0 } flags) conditions.Add($"({string.Join(" and ", flags.Select(flag => $"{flag} eq true"))} or IsCrowded eq true)");
        return string.Join(" and ", conditions);
    }

    public bool Matches(IndexEntry entry) =>
        words.All(word => entry.Words!.Any(other => other.StartsWith(word, StringComparison.Ordinal)))
        && (!entry.IsCrowded || facets.All(facet => entry.Facets!.Contains(facet.ToString())));

    private List<string> Flags() =>
    [
        .. facets.Select(facet => facet.Flag),
        .. words.Where(word => word.Length >= IndexRows.StartLetters).Select(word => Facet.Start(word[..IndexRows.StartLetters]).Flag).Distinct().Take(MostStarts),
    ];
}
