using Spectre.Console;

namespace Distribution.Benchmarks;

/// <summary>Prints what came out, line by line and in the end as a table.</summary>
internal sealed class MeasureTable
{
    private readonly Table table = new Table().AddColumns("measure", "value", "goal", "met");

    public void Add(IEnumerable<Measured> lines)
    {
        foreach (var line in lines)
        {
            AnsiConsole.WriteLine($"{line.What}: {line.Value} {line.Goal}");
            table.AddRow(line.What, line.Value, line.Goal, line.Goal.Length == 0 ? "" : line.IsMet ? "yes" : "NO");
        }
    }

    public void Print() => AnsiConsole.Write(table);
}
