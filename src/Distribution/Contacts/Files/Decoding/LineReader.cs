using System.Text;

namespace Distribution.Contacts.Files.Decoding;

/// <summary>Lines that end in CR, LF or both. Characters beyond the longest line are skipped, so that memory stays flat.</summary>
internal sealed class LineReader(TextReader text)
{
    private readonly char[] buffer = new char[16 * 1024];
    private readonly StringBuilder line = new();
    private int at;
    private int end;
    private bool afterReturn;
    private LineFaults faults;

    public async ValueTask<Line?> ReadAsync(CancellationToken cancellationToken)
    {
        var any = false;
        while (at < end || await FillAsync(cancellationToken))
        {
            if (afterReturn && buffer[at] == '\n') at++;
            afterReturn = false;
            any |= at < end;
            if (TakeToEnd()) return Take();
        }

        return any || line.Length > 0 ? Take() : null;
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        (at, end) = (0, await text.ReadAsync(buffer.AsMemory(), cancellationToken));
        return end > 0;
    }

    private bool TakeToEnd()
    {
        var rest = buffer.AsSpan(at, end - at);
        var length = rest.IndexOfAny('\r', '\n');
        Append(length < 0 ? rest : rest[..length]);
        at += length < 0 ? rest.Length : length + 1;
        if (length < 0) return false;
        afterReturn = rest[length] == '\r';
        return true;
    }

    private void Append(ReadOnlySpan<char> part)
    {
        while (part.IndexOfAny('\0', StrayBytes.Mark) is >= 0 and var fault)
        {
            AppendClean(part[..fault]);
            faults |= part[fault] == '\0' ? LineFaults.Nul : LineFaults.StrayBytes;
            part = part[(fault + 1)..];
        }

        AppendClean(part);
    }

    private void AppendClean(ReadOnlySpan<char> part)
    {
        var room = ContactFileLimits.LongestLine - line.Length;
        if (part.Length > room) faults |= LineFaults.TooLong;
        line.Append(part[..Math.Min(part.Length, room)]);
    }

    private Line Take()
    {
        Line taken = new(line.ToString(), faults);
        line.Clear();
        faults = LineFaults.None;
        return taken;
    }
}
