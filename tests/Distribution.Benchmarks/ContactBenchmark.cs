using Distribution.Benchmarks.Measures;

namespace Distribution.Benchmarks;

/// <summary>Runs the measures on contacts that are wanted, one after the other, and prints what came out.</summary>
internal sealed class ContactBenchmark(ContactArguments arguments)
{
    /// <summary>Every measure by its name on the command line.</summary>
    public static IReadOnlyDictionary<string, Func<ContactArguments, CancellationToken, Task<IEnumerable<Measured>>>> Measures { get; } =
        new Dictionary<string, Func<ContactArguments, CancellationToken, Task<IEnumerable<Measured>>>>
        {
            ["search"] = SearchMeasure.RunAsync,
            ["import"] = ImportMeasure.RunAsync,
            ["beside"] = BesideImportMeasure.RunAsync,
            ["estimate"] = (_, cancellationToken) => EstimateMeasure.RunAsync(cancellationToken),
        };

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        MeasuredTable table = new();
        foreach (var (name, measure) in Measures)
        {
            if (arguments.Wants(name)) table.Add(await measure(arguments, cancellationToken));
        }

        table.Write();
    }
}
