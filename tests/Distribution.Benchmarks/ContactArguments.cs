namespace Distribution.Benchmarks;

/// <summary>What the command line asks for of the command <c>contacts</c>.</summary>
internal sealed record ContactArguments(IReadOnlyList<string> Only)
{
    public const string Usage = """
        dotnet run -c Release --project tests/Distribution.Benchmarks -- contacts [options]

          --only A,B        some of the measures: import, estimate (all)
        """;

    private static readonly string[] All = ["import", "estimate"];

    public bool Wants(string measure) => Only.Contains(measure);

    /// <summary>Null when the arguments are not understood.</summary>
    public static ContactArguments? Read(string[] args) => args switch
    {
        ["contacts"] => new(All),
        ["contacts", "--only", var only] when only.Split(',').All(All.Contains) => new(only.Split(',')),
        _ => null,
    };
}
