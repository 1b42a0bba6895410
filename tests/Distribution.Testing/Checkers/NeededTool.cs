using Xunit;

namespace Distribution.Testing.Checkers;

/// <summary>A program that some tests need and that does not come with the tests' own packages.</summary>
public static class NeededTool
{
    private static readonly bool IsRunByCi =
        Environment.GetEnvironmentVariable("DISTRIBUTION_CI_RUN") is not null || Environment.GetEnvironmentVariable("CI") is not null;

    /// <summary>Skips the test and says how to get what is missing; where all must hold, the test fails.</summary>
    public static void Missing(string what)
    {
        if (IsRunByCi) Assert.Fail(what);
        Assert.Skip(what);
    }
}
