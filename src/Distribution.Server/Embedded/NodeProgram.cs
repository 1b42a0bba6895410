using System.ComponentModel;
using System.Diagnostics;

namespace Distribution.Server.Embedded;

/// <summary>The Node.js that this machine has, checked to be new enough for the embedded services.</summary>
internal sealed record NodeProgram(string Node, string Npm)
{
    private const int OldestMajor = 20;

    public static async Task<NodeProgram> FindAsync(CancellationToken cancellationToken)
    {
        var node = Locate(OperatingSystem.IsWindows() ? "node.exe" : "node");
        var npm = Locate(OperatingSystem.IsWindows() ? "npm.cmd" : "npm");
        await RefuseOldAsync(node, cancellationToken);
        return new(node, npm);
    }

    internal static bool IsTooOld(string version) =>
        !Version.TryParse(version.Trim().TrimStart('v'), out var parsed) || parsed.Major < OldestMajor;

    private static async Task RefuseOldAsync(string node, CancellationToken cancellationToken)
    {
        using var process = Start(node);
        var version = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        if (IsTooOld(version))
            throw new ServerFailure(
                $"Node.js {OldestMajor} or later is needed and {node} answers '{version.Trim()}': install a newer one, {OrDoWithout}.");
    }

    private static Process Start(string node)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(node, ["--version"]) { RedirectStandardOutput = true })!;
        }
        catch (Win32Exception failure)
        {
            throw new ServerFailure($"{node} does not run ({failure.Message}): install Node.js {OldestMajor} or later, {OrDoWithout}.");
        }
    }

    private static string Locate(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists)
        ?? throw new ServerFailure($"There is no {program} on the PATH: install Node.js {OldestMajor} or later, {OrDoWithout}.");

    private const string OrDoWithout = "or set Storage:ConnectionString and Mail:Host to use a storage account and mail server of your own";
}
