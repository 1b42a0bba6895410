using System.Text;
using MimeKit;

namespace Distribution.Mail.Headers;

/// <summary>
/// Folds headers at 76 characters, which a line with an encoded word may have at the most (RFC 2047, section 2); the library folds at 78.
/// </summary>
internal static class HeaderLines
{
    private static readonly FormatOptions Options = new() { MaxLineLength = 76 };

    public static Header Create(HeaderId id, string value)
    {
        Header header = new(id, "");
        header.SetValue(Options, Encoding.UTF8, value);
        return header;
    }
}
