using System.Globalization;

namespace Distribution.Benchmarks;

/// <summary>The command line of the measure of a cold start.</summary>
internal sealed record StartArguments
{
    public const string Usage = """
        dotnet run -c Release --project tests/Distribution.Benchmarks -- start [options]

          --rounds N        starts of each program, of which the middle one counts (5)
          --head FILE       the head's program, such as that of a published package (the one built with the benchmark)
        """;

    public int Rounds { get; private init; } = 5;

    public string? Head { get; private init; }

    /// <summary>Null when the arguments are not understood.</summary>
    public static StartArguments? Read(string[] args)
    {
        if (args is not ["start", .. var rest] || rest.Length % 2 != 0) return null;
        StartArguments? read = new();
        foreach (var pair in rest.Chunk(2)) read = read?.With(pair[0], pair[1]);
        return read;
    }

    private StartArguments? With(string name, string value) => name switch
    {
        "--rounds" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var rounds) && rounds > 0 => this with { Rounds = rounds },
        "--head" when File.Exists(value) => this with { Head = Path.GetFullPath(value) },
        _ => null,
    };
}
