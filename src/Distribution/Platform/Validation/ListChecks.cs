namespace Distribution.Platform.Validation;

/// <summary>
/// Checks of lists. Each gives the values back in the form that is kept, each once, and names the entry that is not right.
/// </summary>
public static class ListChecks
{
    private const int MostEntries = 100;
    private const int LongestTopic = 100;

    public static IReadOnlyList<string> Countries(this FieldErrors errors, string field, IReadOnlyList<string> codes) =>
        errors.Each(field, codes, errors.Country);

    /// <summary>Topics in the organisation's own words, lower case.</summary>
    public static IReadOnlyList<string> Topics(this FieldErrors errors, string field, IReadOnlyList<string> topics) =>
        errors.Topics(field, topics, (_, word) => word);

    /// <summary>The same, each in the form that the function gives for an entry's field and word.</summary>
    public static IReadOnlyList<string> Topics(
        this FieldErrors errors, string field, IReadOnlyList<string> topics, Func<string, string, string> keep) =>
        errors.Each(field, topics, (entry, topic) => keep(entry, errors.Line(entry, topic ?? "", LongestTopic).ToLowerInvariant()));

    /// <summary>Ids of things that there are.</summary>
    /// <param name="thing">The kind of thing that an entry names, such as <c>a media list</c>.</param>
    public static IReadOnlyList<string> Known<T>(
        this FieldErrors errors, string field, IReadOnlyList<string> ids, IReadOnlyDictionary<string, T> known, string thing) =>
        errors.Each(field, ids, (entry, id) =>
        {
            errors.Require(id is not null && known.ContainsKey(id), entry, $"is not the id of {thing}.");
            return id!;
        });

    /// <summary>Checks each entry, which it names <c>field.0</c>, <c>field.1</c> …</summary>
    public static IReadOnlyList<T> Each<T>(this FieldErrors errors, string field, IReadOnlyList<T> values, Func<string, T, T> check)
    {
        errors.Require(values.Count <= MostEntries, field, $"has at most {MostEntries} entries.");
        return [.. values.Take(MostEntries).Select((value, index) => check($"{field}.{index}", value)).Distinct()];
    }
}
