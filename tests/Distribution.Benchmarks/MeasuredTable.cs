using Spectre.Console;

namespace Distribution.Benchmarks;

/// <summary>Prints each line when it is measured, and all of them at the end.</summary>
internal sealed class MeasuredTable
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

    public void Write() => AnsiConsole.Write(table);
}
