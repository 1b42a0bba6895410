using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Distribution.Server.Embedded;

namespace Distribution.Benchmarks.Parts;

/// <summary>nodemailer's pool (npm), the peer: it sends the same mail, and keeps no record.</summary>
internal static class NodeMailer
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Peer");

    /// <summary>Mails per second.</summary>
    public static async Task<double> RunAsync(int port, int mails, int connections, BenchmarkMail mail, CancellationToken cancellationToken)
    {
        var node = await NodeProgram.FindAsync(cancellationToken);
        if (!Directory.Exists(Path.Combine(Folder, "node_modules")))
            await SayAsync(node.Npm, ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], cancellationToken);
        var file = Path.Combine(Folder, "mail.json");
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(mail, JsonSerializerOptions.Web), cancellationToken);
        var seconds = await SayAsync(node.Node, ["peer.mjs", $"{port}", $"{mails}", $"{connections}", file], cancellationToken);
        return mails / double.Parse(seconds, CultureInfo.InvariantCulture);
    }

    private static async Task<string> SayAsync(string program, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        using var process =
            Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true })!;
        var said = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0
            ? said
            : throw new BenchmarkFailure($"{program} ended with {process.ExitCode}; what it said stands above.");
    }
}
