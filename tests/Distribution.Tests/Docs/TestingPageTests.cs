using System.Text.RegularExpressions;
using Distribution.Testing;

namespace Distribution.Tests.Docs;

/// <summary>The page on testing names the test of each fault: it exists, and no test of a fault is missing.</summary>
public sealed partial class TestingPageTests
{
    private static readonly string[] Described =
        [.. Name().Matches(Repository.Read("docs/testing.md")).Select(match => match.Groups[1].Value)];

    private static readonly string[] Written =
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories)
            .SelectMany(file => Method().Matches(File.ReadAllText(file))
                .Select(match => $"{Path.GetFileNameWithoutExtension(file)}.{match.Groups[1].Value}"))];

    [Fact]
    public void Every_test_that_is_named_exists() => Assert.Empty(Described.Except(Written));

    [Fact]
    public void Every_test_of_a_relay_or_queue_fault_is_named() =>
        Assert.Empty(Written.Where(name => FaultTest().IsMatch(name)).Except(Described));

    [GeneratedRegex(@"`(\w+Tests\.\w+)`")]
    private static partial Regex Name();

    [GeneratedRegex(@"public (?:async )?(?:Task|void) (\w+)\(")]
    private static partial Regex Method();

    [GeneratedRegex(@"^(Smtp|Relay|Queue)FaultTests\.")]
    private static partial Regex FaultTest();
}
