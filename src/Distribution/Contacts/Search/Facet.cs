using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Distribution.Contacts.Contacts;
using Distribution.Contacts.Outlets;

namespace Distribution.Contacts.Search;

/// <summary>One thing by which contacts are filtered, such as <c>country:TT</c>: a partition of the index, and a flag on the rows of all other partitions.</summary>
public readonly record struct Facet(string Kind, string Value)
{
    private const int HashBytes = 6;

    private const string Everyone = "all";

    /// <summary>Characters that a key may not hold, and their replacements.</summary>
    private static readonly SearchValues<char> Unsafe = SearchValues.Create([.. "/\\#?%~", .. Enumerable.Range(0, 0x20).Concat(Enumerable.Range(0x7F, 0x21)).Select(code => (char)code)]);

    public static Facet All { get; } = new(Everyone, "");

    public static Facet Outlet(string id) => new("outlet", id);

    public static Facet List(string id) => new("list", id);

    public static Facet Tag(string tag) => new("tag", tag);

    public static Facet Topic(string topic) => new("topic", topic);

    public static Facet Country(string code) => new("country", code);

    public static Facet Language(string tag) => new("language", tag);

    public static Facet OutletType(OutletType type) => new("outletType", type.ToString());

    /// <summary>Words that begin with these letters; a flag on rows of words only.</summary>
    public static Facet Start(string letters) => new("start", letters);

    /// <summary>Rows of the words that begin with a letter.</summary>
    public static Facet Word(string word) => new("word", Rune.GetRuneAt(word, 0).ToString());

    /// <summary>Name of the column that is true on rows of contacts with this facet.</summary>
    public string Flag => $"F{Hash}";

    /// <summary>The partition of the contacts with this facet.</summary>
    public string Partition(ContactStatus status)
    {
        var state = status == ContactStatus.Active ? "active" : "archived";
        return Kind == Everyone ? $"{state}.{Kind}" : $"{state}.{Kind}:{Safe}";
    }

    /// <summary>Id of the media list whose contacts are in a partition; null where they are there for something else. Ids stand in keys as they are.</summary>
    public static string? ListOf(string partition) =>
        partition.Split('.', 2) is [_, var facet] && facet.Split(':', 2) is ["list", var id] ? id : null;

    public override string ToString() => $"{Kind}:{Value}";

    private string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ToString())).AsSpan(0, HashBytes));

    private string Safe =>
        Value.AsSpan().ContainsAny(Unsafe) ? $"{new string([.. Value.Select(letter => Unsafe.Contains(letter) ? '_' : letter)])}~{Hash}" : Value;
}
