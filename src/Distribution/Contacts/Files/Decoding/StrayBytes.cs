using System.Text;

namespace Distribution.Contacts.Files.Decoding;

/// <summary>
/// Decodes bytes that are not UTF-8 as Windows-1252, which they almost always are, and marks each, so that the row can report it.
/// </summary>
internal sealed class StrayBytes : DecoderFallback
{
    /// <summary>Stands before each such character; Unicode keeps it free for a program's own use (The Unicode Standard, section 23.7).</summary>
    public const char Mark = '\uFDD0';

    /// <summary>The encoding of Western Windows, which has a character for every byte.</summary>
    public static Encoding Windows1252 { get; } = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public override int MaxCharCount => 8;

    public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer();

    private sealed class Buffer : DecoderFallbackBuffer
    {
        private string text = "";
        private int at;

        public override int Remaining => text.Length - at;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            text = string.Concat(Windows1252.GetString(bytesUnknown).Select(letter => $"{Mark}{letter}"));
            at = 0;
            return text.Length > 0;
        }

        public override char GetNextChar() => at < text.Length ? text[at++] : '\0';

        public override bool MovePrevious()
        {
            if (at == 0) return false;
            at--;
            return true;
        }

        public override void Reset() => (text, at) = ("", 0);
    }
}
