using System.Globalization;

namespace Distribution.Benchmarks;

/// <summary>The command line of the measure of the public pages.</summary>
internal sealed record PageArguments
{
    public const string Usage = """
        dotnet run -c Release --project tests/Distribution.Benchmarks -- pages [options]

          --releases N,M    numbers of public releases to measure among, ascending (100,2000)
        """;

    public IReadOnlyList<int> Releases { get; private init; } = [100, 2_000];

    /// <summary>Null when the arguments are not understood.</summary>
    public static PageArguments? Read(string[] args) => args switch
    {
        ["pages"] => new(),
        ["pages", "--releases", var numbers] when Numbers(numbers) is { } releases => new() { Releases = releases },
        _ => null,
    };

    private static List<int>? Numbers(string text)
    {
        List<int> numbers = [];
        foreach (var part in text.Split(','))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
            if (number <= numbers.LastOrDefault()) return null;
            numbers.Add(number);
        }

        return numbers;
    }
}
