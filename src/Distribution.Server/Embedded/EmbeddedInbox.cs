using System.Text.RegularExpressions;

namespace Distribution.Server.Embedded;

/// <summary>A running development inbox: it takes every mail over SMTP, shows it on a web page and passes none on.</summary>
internal sealed partial class EmbeddedInbox : IAsyncDisposable
{
    private readonly KeptProcess process;

    private EmbeddedInbox(KeptProcess process, int smtpPort, int webPort)
    {
        this.process = process;
        SmtpPort = smtpPort;
        WebPort = webPort;
    }

    public int SmtpPort { get; }

    public int WebPort { get; }

    /// <summary>Ends with the exit code once the inbox has ended.</summary>
    public Task<int> Ended => process.Ended;

    /// <summary>Starts the inbox; a port of 0 is any free one.</summary>
    public static async Task<EmbeddedInbox> StartAsync(
        NodeProgram node, string modules, string folder, int smtpPort, int webPort, CancellationToken cancellationToken)
    {
        var mails = Directory.CreateDirectory(Path.Combine(folder, "inbox")).FullName;
        string[] command = [node.Node, EmbeddedFile.Path("inbox.mjs"), modules, mails, $"{smtpPort}", $"{webPort}"];
        var process = KeptProcess.Start(node, Path.Combine(folder, $"inbox.{Environment.ProcessId}.pid"), folder, command);
        try
        {
            return await ReadPortsAsync(process, cancellationToken);
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => process.DisposeAsync();

    private static async Task<EmbeddedInbox> ReadPortsAsync(KeptProcess process, CancellationToken cancellationToken)
    {
        var said = "it said nothing";
        while (await process.NextLineAsync(cancellationToken) is { } line)
        {
            if (Listening().Match(line) is { Success: true } match)
                return new(process, Port(match, "smtp"), Port(match, "web"));
            said = line.Contains("Error", StringComparison.Ordinal) ? line.TrimEnd('.') : said;
        }
        throw new ServerFailure($"The development inbox did not start ({said}): fix that, or set Mail:Host.");
    }

    private static int Port(Match match, string name) => int.Parse(match.Groups[name].ValueSpan, provider: null);

    [GeneratedRegex(@"^Inbox is listening at (?<smtp>\d+) and (?<web>\d+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Listening();
}
