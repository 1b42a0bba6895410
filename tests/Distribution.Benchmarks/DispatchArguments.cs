using System.Globalization;

namespace Distribution.Benchmarks;

/// <summary>The command line of the dispatch measure.</summary>
internal sealed record DispatchArguments
{
    public const string Usage = """
        dotnet run -c Release --project tests/Distribution.Benchmarks -- dispatch [options]

          --recipients N    recipients of the measures 'speed' and 'dkim' (20000)
          --connections N   connections to the sink (16)
          --only A,B        some of the measures: speed, peer, dkim, signature, relay, growth, due, plan (all)
          --json FILE       writes the measures of 'speed' to a file
        """;

    public int Recipients { get; private init; } = 20_000;

    public int Connections { get; private init; } = 16;

    public string? JsonFile { get; private init; }

    private IReadOnlyList<string> Only { get; init; } = ["speed", "peer", "dkim", "signature", "relay", "growth", "due", "plan"];

    public bool Wants(string measure) => Only.Contains(measure);

    /// <summary>Null when the arguments are not understood.</summary>
    public static DispatchArguments? Read(string[] args)
    {
        if (args is not ["dispatch", .. var rest] || rest.Length % 2 != 0) return null;
        DispatchArguments? read = new();
        foreach (var pair in rest.Chunk(2)) read = read?.With(pair[0], pair[1]);
        return read;
    }

    private DispatchArguments? With(string name, string value) => name switch
    {
        "--recipients" when Number(value) is { } number => this with { Recipients = number },
        "--connections" when Number(value) is { } number => this with { Connections = number },
        "--only" when value.Split(',') is var only && only.All(new DispatchArguments().Wants) => this with { Only = only },
        "--json" => this with { JsonFile = value },
        _ => null,
    };

    private static int? Number(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
