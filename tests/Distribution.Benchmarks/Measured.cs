using System.Globalization;

namespace Distribution.Benchmarks;

/// <summary>One line of the table: what was measured, what came out, what was wanted.</summary>
internal sealed record Measured(string What, string Value, string Goal, bool IsMet)
{
    public static Measured AtLeast(string what, double value, double goal, string format = "0.00") =>
        new(what, Text(value, format), $"≥ {Text(goal, format)}", value >= goal);

    public static Measured AtMost(string what, double value, double goal, string format = "0") =>
        new(what, Text(value, format), $"≤ {Text(goal, format)}", value <= goal);

    /// <summary>Something that others are compared with.</summary>
    public static Measured Fact(string what, double value, string format = "0") => new(what, Text(value, format), "", true);

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
