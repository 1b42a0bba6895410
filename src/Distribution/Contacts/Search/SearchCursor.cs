using System.Buffers.Text;
using System.Text;
using Distribution.Platform.Storage;

namespace Distribution.Contacts.Search;

/// <summary>
/// Where a search reads on: after a row, or, where the storage has looked for a while and found none, where it stopped. Written in letters,
/// digits, hyphens and underscores.
/// </summary>
internal abstract record SearchCursor
{
    private const int LongestToken = 4_000;

    private SearchCursor() { }

    public sealed record Row(string Key) : SearchCursor
    {
        public override string ToString() => $"r{Encode(Key)}";
    }

    /// <param name="Text">The storage's own word for it.</param>
    public sealed record Token(string Text) : SearchCursor
    {
        public override string ToString() => $"t{Encode(Text)}";
    }

    /// <summary>Null when it is none.</summary>
    public static SearchCursor? Parse(string text)
    {
        if (text is not ['r' or 't', .. var encoded] || !Base64Url.IsValid(encoded)) return null;
        var decoded = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(encoded));
        return text[0] == 'r'
            ? RowKey.IsAllowed(decoded) ? new Row(decoded) : null
            : decoded.Length <= LongestToken && decoded.Split(' ') is [{ Length: > 0 }, { Length: > 0 }] && decoded.All(char.IsAscii)
                ? new Token(decoded)
                : null;
    }

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
