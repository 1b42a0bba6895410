using System.Text;
using MimeKit;

namespace Distribution.Mail.Headers;

/// <summary>Folds headers at 76 characters, which a line with an encoded word may have at the most (RFC 2047, section 2); the library folds at 78.</summary>
internal static class HeaderLines
{
    private static readonly FormatOptions Usual = new() { MaxLineLength = 76 };
    private static readonly FormatOptions International = new() { MaxLineLength = 76, International = true };

    public static Header Create(HeaderId id, string value) => Create(id, value, Usual);

    /// <summary>In UTF-8, as an address needs it that has other letters before its @ (RFC 6532): only a relay that offers SMTPUTF8 is given such a mail.</summary>
    public static Header CreateInternational(HeaderId id, string value) => Create(id, value, International);

    private static Header Create(HeaderId id, string value, FormatOptions options)
    {
        Header header = new(id, "");
        header.SetValue(options, Encoding.UTF8, value);
        return header;
    }
}
