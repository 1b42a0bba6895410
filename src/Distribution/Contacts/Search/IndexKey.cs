
namespace Distribution.Contacts.Search;

/// <summary>Where a row of the index is.</summary>
/// <param name="Partition">Status and facet, such as <c>active.country:TT</c>.</param>
/// <param name="Row">The word in a partition of words, then the name that it is sorted by, then the contact's id.</param>
public sealed record IndexKey(string Partition, string Row)
{
    /// <summary>Stands before the id. It sorts before every letter, digit and hyphen, so that Rosa comes before Rosa María.</summary>
    private const char Separator = '!';

    private const int LongestName = 120;

    /// <summary>Id of the contact.</summary>
    public string Contact => Row[(Row.LastIndexOf(Separator) + 1)..];

    /// <summary>The row of a contact in a partition that is sorted by name.</summary>
    public static string RowOf(string name, string contact) => $"{SortName(name)}{Separator}{contact}";

    /// <summary>The row of a contact in a partition that is sorted by word, then name.</summary>
    public static string RowOf(string word, string name, string contact) => $"{word}{Separator}{RowOf(name, contact)}";

    private static string SortName(string name)
    {
        var folded = string.Join('-', Folding.Words(name));
        if (folded.Length <= LongestName) return folded;
        return char.IsHighSurrogate(folded[LongestName - 1]) ? folded[..(LongestName - 1)] : folded[..LongestName];
    }
}
