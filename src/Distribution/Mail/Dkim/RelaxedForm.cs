using System.Buffers;
using System.Security.Cryptography;

namespace Distribution.Mail.Dkim;

/// <summary>The relaxed canonical form of headers and bodies (RFC 6376, sections 3.4.2 and 3.4.4).</summary>
internal static class RelaxedForm
{
    /// <summary>SHA-256 of a body in this form. Lines that are in it already, nearly all, are hashed as they stand.</summary>
    /// <param name="body">The body as it is sent, its lines ended by CRLF.</param>
    public static byte[] HashBody(ReadOnlySpan<byte> body)
    {
        body = body.TrimEnd("\r\n \t"u8);
        if (body.IsEmpty) return SHA256.HashData([]);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (run, at) = (0, 0);
        while (at < body.Length)
        {
            var end = body[at..].IndexOf((byte)'\n') is var found and >= 0 ? at + found + 1 : body.Length;
            var line = body[at..end];
            if (!IsRelaxed(line))
            {
                hash.AppendData(body[run..at]);
                ArrayBufferWriter<byte> relaxed = new(line.Length);
                AppendWords(line, relaxed);
                if (end < body.Length) relaxed.Write("\r\n"u8);
                hash.AppendData(relaxed.WrittenSpan);
                run = end;
            }

            at = end;
        }

        hash.AppendData(body[run..]);
        hash.AppendData("\r\n"u8);
        return hash.GetHashAndReset();
    }

    /// <summary>Appends a header field in this form, without its line end.</summary>
    /// <param name="field">The field as it is sent: name, colon, value and folds.</param>
    /// <param name="output">The fields so far.</param>
    public static void AppendHeader(ReadOnlySpan<byte> field, ArrayBufferWriter<byte> output)
    {
        var colon = field.IndexOf((byte)':');
        foreach (var letter in field[..colon].TrimEnd(" \t"u8))
            output.Write([letter is >= (byte)'A' and <= (byte)'Z' ? (byte)(letter | 0x20) : letter]);
        output.Write(":"u8);
        AppendWords(field[(colon + 1)..].TrimStart(" \t\r\n"u8), output);
    }

    private static bool IsRelaxed(ReadOnlySpan<byte> line) =>
        line.IndexOf((byte)'\t') < 0 && line.IndexOf("  "u8) < 0 && line.IndexOf(" \r"u8) < 0;

    /// <summary>Each run of white space becomes a space, and none is left at the end.</summary>
    private static void AppendWords(ReadOnlySpan<byte> text, ArrayBufferWriter<byte> output)
    {
        text = text.TrimEnd(" \t\r\n"u8);
        while (!text.IsEmpty)
        {
            var space = text.IndexOfAny(" \t\r\n"u8);
            if (space < 0) space = text.Length;
            output.Write(text[..space]);
            text = text[space..];
            if (text.IsEmpty) break;
            output.Write(" "u8);
            text = text.TrimStart(" \t\r\n"u8);
        }
    }
}
