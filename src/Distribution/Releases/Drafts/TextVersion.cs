using System.Security.Cryptography;
using System.Text.Json;

namespace Distribution.Releases.Drafts;

/// <summary>Names what a text says, so that an author can say which text they had before them; pure.</summary>
public static class TextVersion
{
    /// <summary>That of a text which is not there yet.</summary>
    public const string None = "none";

    private const int Bytes = 8;

    /// <summary>16 hexadecimal digits that change with its words and its state; <see cref="None"/> for none.</summary>
    public static string Of(Translation? text) => text is null
        ? None
        : Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(text with { Slug = null })).AsSpan(0, Bytes));
}
