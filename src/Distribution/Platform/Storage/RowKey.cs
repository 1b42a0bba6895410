using System.Buffers;

namespace Distribution.Platform.Storage;

/// <summary>Which text may be the key of a row: up to 512 characters, none of them <c>/ \ # ?</c> or a control character.</summary>
internal static class RowKey
{
    private const int Longest = 512;

    private static readonly SearchValues<char> Forbidden =
        SearchValues.Create([.. "/\\#?%", .. Enumerable.Range(0, 0x20).Concat(Enumerable.Range(0x7F, 0x21)).Select(code => (char)code)]);

    public static bool IsAllowed(string key) => key.Length <= Longest && !key.ContainsAny(Forbidden);
}
