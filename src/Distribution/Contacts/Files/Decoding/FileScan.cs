using System.Buffers;
using System.Text;

namespace Distribution.Contacts.Files.Decoding;

/// <summary>Facts about the bytes of a file before any of them is decoded.</summary>
internal sealed class FileScan
{
    private const int HeadLength = 4096;

    private byte[] carried = [];

    /// <summary>Its first bytes.</summary>
    public byte[] Head { get; private set; } = [];

    /// <summary>Characters of several bytes in UTF-8.</summary>
    public long Sequences { get; private set; }

    /// <summary>Bytes that are not UTF-8.</summary>
    public long Strays { get; private set; }

    /// <summary>Bytes that no text has: controls other than tabs and line ends.</summary>
    public long Controls { get; private set; }

    /// <summary>No fewer than the lines that the file has.</summary>
    public long Lines { get; private set; } = 1;

    public static async Task<FileScan> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        FileScan scan = new();
        var buffer = new byte[64 * 1024];
        stream.Position = 0;
        while (await stream.ReadAsync(buffer, cancellationToken) is > 0 and var read) scan.Add(buffer.AsSpan(0, read));
        scan.Strays += scan.carried.Length;
        return scan;
    }

    private void Add(ReadOnlySpan<byte> bytes)
    {
        if (Head.Length < HeadLength) Head = [.. Head, .. bytes[..Math.Min(bytes.Length, HeadLength - Head.Length)]];
        Lines += bytes.Count((byte)'\n') + bytes.Count((byte)'\r');
        foreach (var value in bytes) Controls += value < 0x20 && value is not ((byte)'\t' or (byte)'\r' or (byte)'\n') ? 1 : 0;
        if (carried.Length > 0) bytes = new([.. carried, .. bytes]);
        carried = Check(bytes).ToArray();
    }

    /// <summary>Gives back what may be the beginning of a character.</summary>
    private ReadOnlySpan<byte> Check(ReadOnlySpan<byte> bytes)
    {
        while (bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F) is >= 0 and var next)
        {
            bytes = bytes[next..];
            var status = Rune.DecodeFromUtf8(bytes, out _, out var length);
            if (status == OperationStatus.NeedMoreData) return bytes;
            if (status == OperationStatus.Done) Sequences++;
            else Strays += length;
            bytes = bytes[length..];
        }

        return [];
    }
}
