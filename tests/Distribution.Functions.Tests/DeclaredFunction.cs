using System.Text.RegularExpressions;
using Distribution.Testing;

namespace Distribution.Functions.Tests;

/// <summary>A function as the head's source declares it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Trigger">Such as <c>timerTrigger</c>.</param>
/// <param name="Value">The schedule, queue or route.</param>
public sealed partial record DeclaredFunction(string Name, string Trigger, string Value)
{
    public static IReadOnlyList<DeclaredFunction> All { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "src/Distribution.Functions"), "*.cs")
            .SelectMany(file => Declaration().Matches(File.ReadAllText(file)))
            .Select(match => new DeclaredFunction(match.Groups["name"].Value, $"{match.Groups["trigger"].Value.ToLowerInvariant()}Trigger", match.Groups["value"].Value)),
    ];

    [GeneratedRegex("""\[Function\("(?<name>\w+)"\)\]\s+public [^\n]*\[(?<trigger>\w+)Trigger\([^)]*?"(?<value>[^"]+)"[^)]*\)\]""")]
    private static partial Regex Declaration();
}
