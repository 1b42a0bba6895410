using Distribution.Benchmarks.Measures;

namespace Distribution.Benchmarks;

/// <summary>Runs the measures of contacts and audiences that are wanted, one after the other.</summary>
internal sealed class ContactBenchmark(ContactArguments arguments)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        MeasureTable table = new();
        if (arguments.Wants("import")) table.Add(await ImportMeasure.RunAsync(cancellationToken));
        if (arguments.Wants("estimate")) table.Add(await EstimateMeasure.RunAsync(cancellationToken));
        table.Print();
    }
}
