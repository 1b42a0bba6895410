using Distribution.Contacts.Search;

namespace Distribution.Audiences.Duplicates;

/// <summary>Whether two names may be one person's, whatever their case, accents and order of words; pure.</summary>
public static class SimilarNames
{
    /// <summary>Shorter words that differ in a letter are different names, such as Ana and Ena.</summary>
    private const int LongEnoughForSlip = 5;

    /// <summary>The words of a name, in the form in which they are compared; none where an address stands for a missing name.</summary>
    public static IReadOnlyList<string> Words(string name) =>
        name.Contains('@', StringComparison.Ordinal) ? [] : [.. Folding.Words(name).Order(StringComparer.Ordinal)];

    /// <summary>Whether the names have the very same words: <c>Núñez, Rosa</c> and <c>rosa nunez</c>.</summary>
    public static bool AreSame(IReadOnlyList<string> first, IReadOnlyList<string> second) => first.Count > 0 && first.SequenceEqual(second);

    /// <summary>
    /// Whether each word of the shorter name, of at least two, has its own in the other: the same word, an initial, or a word of five
    /// letters or more that differs in one. One of the words at least must be the same.
    /// </summary>
    public static bool AreSimilar(IReadOnlyList<string> first, IReadOnlyList<string> second)
    {
        if (AreSame(first, second)) return true;
        var (few, many) = first.Count <= second.Count ? (first, second.ToList()) : (second, first.ToList());
        if (few.Count < 2) return false;
        var left = few.Where(word => word.Length == 1 || !many.Remove(word)).ToList();
        return left.Count < few.Count && left.All(word => many.RemoveFirst(other => IsInitial(word, other) || IsSlip(word, other)));
    }

    private static bool IsInitial(string first, string second) => (first.Length == 1 || second.Length == 1) && first[0] == second[0];

    /// <summary>One letter more, less or other.</summary>
    private static bool IsSlip(string first, string second)
    {
        var (shorter, longer) = first.Length <= second.Length ? (first, second) : (second, first);
        if (shorter.Length < LongEnoughForSlip || longer.Length - shorter.Length > 1) return false;
        var same = shorter.Zip(longer).TakeWhile(pair => pair.First == pair.Second).Count();
        return shorter.AsSpan(longer.Length == shorter.Length ? Math.Min(same + 1, shorter.Length) : same)
            .SequenceEqual(longer.AsSpan(same + 1));
    }

    private static bool RemoveFirst(this List<string> words, Predicate<string> match)
    {
        var found = words.FindIndex(match);
        if (found >= 0) words.RemoveAt(found);
        return found >= 0;
    }
}
