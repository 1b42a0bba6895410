using System.Text;

namespace Distribution.Contacts.Files.Csv;

/// <summary>Takes a row of CSV apart, line by line (RFC 4180), and sees when a quotation mark cannot have been meant to open a cell.</summary>
internal sealed class CellSplitter(char separator)
{
    private readonly List<string> cells = [];
    private readonly StringBuilder cell = new();
    private bool hasLines;

    public IReadOnlyList<string> Cells => cells;

    public int Count { get; private set; }

    /// <summary>Whether the row continues on the next line.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Whether a mark in a cell of several lines is followed by something else than its end: the opening one was not meant so.</summary>
    public bool IsLost { get; private set; }

    /// <summary>The cells of a line in which quotation marks mean nothing.</summary>
    public static CellSplitter Plain(string line, char separator)
    {
        CellSplitter splitter = new(separator);
        foreach (var part in line.Split(separator)) splitter.Keep(part.Trim().Trim('"'));
        return splitter;
    }

    public void Add(string line)
    {
        var at = 0;
        if (IsOpen)
        {
            hasLines = true;
            cell.Append('\n');
            at = ReadQuoted(line, 0);
        }
        else
        {
            at = ReadCell(line, 0);
        }

        while (at < line.Length && !IsOpen && !IsLost) at = ReadCell(line, at + 1);
    }

    /// <summary>Gives back where the cell ended: at a separator, or at the end of the line.</summary>
    private int ReadCell(string line, int at)
    {
        var begin = at;
        while (begin < line.Length && line[begin] == ' ' && separator != ' ') begin++;
        if (begin < line.Length && line[begin] == '"') return ReadQuoted(line, begin + 1);
        var end = line.IndexOf(separator, at);
        if (end < 0) end = line.Length;
        Keep(line[at..end]);
        return end;
    }

    private int ReadQuoted(string line, int at)
    {
        IsOpen = true;
        while (line.IndexOf('"', at) is >= 0 and var mark)
        {
            cell.Append(line, at, mark - at);
            if (IsEnd(line, mark + 1, out var end)) return Close(end);
            IsLost = hasLines && !IsMark(line, mark + 1);
            if (IsLost) return line.Length;
            cell.Append('"');
            // Twice stands for one. One that ends nothing was written by a person who meant it.
            at = mark + (IsMark(line, mark + 1) ? 2 : 1);
        }

        cell.Append(line, at, line.Length - at);
        return line.Length;
    }

    private static bool IsMark(string line, int at) => at < line.Length && line[at] == '"';

    private bool IsEnd(string line, int at, out int end)
    {
        for (end = at; end < line.Length && line[end] == ' ';) end++;
        return end == line.Length || line[end] == separator;
    }

    private int Close(int end)
    {
        IsOpen = false;
        Keep(cell.ToString());
        cell.Clear();
        return end;
    }

    private void Keep(string text)
    {
        if (Count++ < ContactFileLimits.MostColumns) cells.Add(text);
    }
}
