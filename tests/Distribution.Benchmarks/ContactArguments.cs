using System.Globalization;

namespace Distribution.Benchmarks;

/// <summary>The command line of the measures on contacts.</summary>
internal sealed record ContactArguments
{
    public const string Usage = """
        dotnet run -c Release --project tests/Distribution.Benchmarks -- contacts [options]

          --contacts N      contacts in the index and rows of the import, and a tenth of them before (100000)
          --only A,B        some of the measures: search, import, beside, estimate (all)
        """;

    public int Contacts { get; private init; } = 100_000;

    private IReadOnlyList<string> Only { get; init; } = [.. ContactBenchmark.Measures.Keys];

    public bool Wants(string measure) => Only.Contains(measure);

    /// <summary>Null when the arguments are not understood.</summary>
    public static ContactArguments? Read(string[] args)
    {
        if (args is not ["contacts", .. var rest] || rest.Length % 2 != 0) return null;
        ContactArguments? read = new();
        foreach (var pair in rest.Chunk(2)) read = read?.With(pair[0], pair[1]);
        return read;
    }

    private ContactArguments? With(string name, string value) => name switch
    {
        "--contacts" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 =>
            this with { Contacts = number },
        "--only" when value.Split(',') is var only && only.All(ContactBenchmark.Measures.ContainsKey) => this with { Only = only },
        _ => null,
    };
}
