using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Distribution.Contacts.Contacts;

namespace Distribution.Audiences.Duplicates;

/// <summary>Numbers that two contacts share when they may be duplicates, 8 bytes each; pure.</summary>
internal static class DuplicateKeys
{
    /// <summary>Shared by contacts with the same name and an outlet, or the same name and a number.</summary>
    public static IEnumerable<ulong> OfName(Contact contact)
    {
        var words = SimilarNames.Words(contact.Name);
        if (words.Count == 0) return [];
        var name = string.Join(' ', words);
        return DuplicateRule.OutletsOf(contact).Select(outlet => Hash($"outlet\n{outlet}\n{name}"))
            .Concat(DuplicateRule.NumbersOf(contact).Select(number => Hash($"phone\n{number}\n{name}")));
    }

    /// <summary>Shared by contacts with the same number, whatever their names.</summary>
    public static IEnumerable<ulong> OfNumber(Contact contact) => DuplicateRule.NumbersOf(contact).Select(Hash);

    private static ulong Hash(string text) => BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
