using System.Text;

namespace Distribution.Contacts.Files.Decoding;

/// <summary>How the bytes of a file become characters.</summary>
/// <param name="Encoding">The encoding.</param>
/// <param name="MarkLength">Bytes of the byte order mark, which is passed over.</param>
internal sealed record FileEncoding(Encoding Encoding, int MarkLength)
{
    /// <summary>
    /// Letters of Windows-1252 that stand together as in UTF-8 are rare. Where more do, lines of both were put together, and each is read
    /// as what it is.
    /// </summary>
    private const int MostByChance = 20;

    private static readonly Encoding Utf8 = Encoding.GetEncoding("utf-8", EncoderFallback.ReplacementFallback, new StrayBytes());
    private static readonly DecoderReplacementFallback Replaced = new($"{StrayBytes.Mark}\uFFFD");
    private static readonly Encoding LittleEndian = Encoding.GetEncoding("utf-16", EncoderFallback.ReplacementFallback, Replaced);
    private static readonly Encoding BigEndian = Encoding.GetEncoding("utf-16BE", EncoderFallback.ReplacementFallback, Replaced);

    /// <summary>By the byte order mark, else by where the zero bytes are, else UTF-8 unless more of it is none than is.</summary>
    public static FileEncoding From(FileScan scan) => scan.Head switch
    {
        [0xEF, 0xBB, 0xBF, ..] => new(Utf8, 3),
        [0xFF, 0xFE, ..] => new(LittleEndian, 2),
        [0xFE, 0xFF, ..] => new(BigEndian, 2),
        var head when IsMostlyZero(head, 1) && !IsMostlyZero(head, 0) => new(LittleEndian, 0),
        var head when IsMostlyZero(head, 0) && !IsMostlyZero(head, 1) => new(BigEndian, 0),
        _ => new(scan.Strays > scan.Sequences * MostByChance ? StrayBytes.Windows1252 : Utf8, 0),
    };

    public bool IsUtf16 => Encoding.CodePage is 1200 or 1201;

    public StreamReader Open(Stream stream)
    {
        stream.Position = MarkLength;
        return new(stream, Encoding, detectEncodingFromByteOrderMarks: false, bufferSize: 64 * 1024, leaveOpen: true);
    }

    private static bool IsMostlyZero(byte[] head, int offset)
    {
        var (zero, all) = (0, 0);
        for (var at = offset; at < head.Length; at += 2, all++) zero += head[at] == 0 ? 1 : 0;
        return zero > 0 && zero * 10 >= all * 6;
    }
}
