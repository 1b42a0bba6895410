using System.Text;

namespace Distribution.Testing.Smtp;

/// <summary>Reads lines and counted bytes from a connection.</summary>
internal sealed class SmtpLines(Stream stream)
{
    private readonly byte[] buffer = new byte[64 * 1024];
    private int start;
    private int end;

    /// <summary>The next line without its end, or null when the client is gone.</summary>
    public async Task<string?> ReadAsync(CancellationToken cancellationToken)
    {
        using var line = new MemoryStream();
        return await ReadAsync(line, cancellationToken) ? Encoding.UTF8.GetString(line.GetBuffer(), 0, (int)line.Length) : null;
    }

    /// <summary>Appends the next line without its end; false when the client is gone.</summary>
    public async Task<bool> ReadAsync(MemoryStream line, CancellationToken cancellationToken)
    {
        while (true)
        {
            var feed = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
            var count = feed < 0 ? end - start : feed;
            line.Write(buffer, start, count);
            start += count;
            if (feed >= 0)
            {
                start++;
                TrimReturn(line);
                return true;
            }

            if (!await FillAsync(cancellationToken))
            {
                return false;
            }
        }
    }

    public async Task<bool> ReadAsync(MemoryStream content, int count, CancellationToken cancellationToken)
    {
        while (count > 0)
        {
            if (start == end && !await FillAsync(cancellationToken))
            {
                return false;
            }

            var taken = Math.Min(count, end - start);
            content.Write(buffer, start, taken);
            start += taken;
            count -= taken;
        }

        return true;
    }

    private static void TrimReturn(MemoryStream line)
    {
        if (line.Length > 0 && line.GetBuffer()[line.Length - 1] == '\r')
        {
            line.SetLength(line.Length - 1);
        }
    }

    private async Task<bool> FillAsync(CancellationToken cancellationToken)
    {
        start = 0;
        end = await stream.ReadAsync(buffer, cancellationToken);
        return end > 0;
    }
}
