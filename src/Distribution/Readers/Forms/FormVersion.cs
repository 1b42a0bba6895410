using System.Security.Cryptography;
using System.Text.Json;
using Distribution.Platform.Storage;

namespace Distribution.Readers.Forms;

/// <summary>
/// The version of what a form shows. A form is saved only while what it was made from is still so; a page that stayed open in another
/// window does not undo what was chosen since.
/// </summary>
internal static class FormVersion
{
    /// <summary>Hash of a value: two forms that show the same have the same, 32 hexadecimal digits.</summary>
    public static string From<T>(T shown) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(shown, StoredJson.Options)).AsSpan(0, 16));
}
