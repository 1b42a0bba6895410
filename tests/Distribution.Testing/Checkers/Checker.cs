using System.Diagnostics;
using Xunit;

namespace Distribution.Testing.Checkers;

/// <summary>
/// A program of others that judges what ours makes. Where it is missing, the tests that need it fail in CI, and are skipped elsewhere:
/// whoever only has what the README asks for can still run all others. Either way the test says how to install it.
/// </summary>
internal static class Checker
{
    private static bool IsCi => Environment.GetEnvironmentVariable("DISTRIBUTION_CI_RUN") is not null || Environment.GetEnvironmentVariable("CI") is not null;

    public static void Require(bool isThere, string howToInstall)
    {
        if (isThere) return;
        if (IsCi) Assert.Fail(howToInstall);
        Assert.Skip(howToInstall);
    }

    public static bool IsOnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Any(folder => File.Exists(Path.Combine(folder, program)) || File.Exists(Path.Combine(folder, $"{program}.exe")));

    /// <summary>What the program says of the input.</summary>
    public static async Task<string> RunAsync(string program, IEnumerable<string> arguments, ReadOnlyMemory<byte> input, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var said = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var complained = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.StandardInput.BaseStream.WriteAsync(input, cancellationToken);
        process.StandardInput.Close();
        await process.WaitForExitAsync(cancellationToken);
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}: {await complained}");
        return await said;
    }
}
