using System.Buffers;
using System.Text;
using MimeKit.Encodings;

namespace Distribution.Mail.Headers;

/// <summary>
/// Quoted-printable (RFC 2045, section 6.7) in pieces that can be put together without encoding them again: each ends in a line break, a
/// soft one where the text has none. Lines end in CRLF and none begins with a dot, so that SMTP has nothing to add (RFC 5321, section
/// 4.5.2).
/// </summary>
internal static class QuotedPrintable
{
    // A line has at most 76 characters. The encoder passes its own limit by up to two where an encoded byte ends the line, and a dot adds
    // two.
    private const int LongestLine = 72;

    public static byte[] Encode(string text)
    {
        QuotedPrintableEncoder encoder = new(LongestLine);
        var bytes = Encoding.UTF8.GetBytes(text);
        // Three for each byte, and a soft break in each line; the library's own estimate falls short of it.
        var encoded = new byte[16 + (4 * bytes.Length)];
        return InMailLines(encoded.AsSpan(0, encoder.Flush(bytes, 0, bytes.Length, encoded)));
    }

    private static byte[] InMailLines(ReadOnlySpan<byte> encoded)
    {
        ArrayBufferWriter<byte> lines = new(encoded.Length + 16);
        while (encoded.Length > 0)
        {
            var length = encoded.IndexOf((byte)'\n');
            var line = length < 0 ? encoded : encoded[..length].TrimEnd((byte)'\r');
            if (line.StartsWith("."u8))
            {
                lines.Write("=2E"u8);
                line = line[1..];
            }

            lines.Write(line);
            if (length < 0) break;
            lines.Write("\r\n"u8);
            encoded = encoded[(length + 1)..];
        }

        return lines.WrittenSpan.ToArray();
    }
}
