using System.Globalization;
using System.Text.RegularExpressions;

namespace Distribution.Testing.Checkers;

/// <summary>
/// SpamAssassin's local rules: what a mail looks like to it, without asking anybody on the network and without learning anything.
/// </summary>
public static partial class SpamAssassin
{
    /// <summary>The line that begins a message in a mailbox file (RFC 4155).</summary>
    private const string Separator = "From relay@example.org Tue Nov 24 12:00:00 2026";

    /// <inheritdoc cref="ScoreAllAsync"/>
    public static async Task<(double Score, string Rules)> ScoreAsync(string message, CancellationToken cancellationToken) =>
        (await ScoreAllAsync([message], cancellationToken)).Single();

    /// <summary>
    /// The spam points of messages as they came over SMTP, and their rules; 5 is spam. Points in a message's favour are left out: they
    /// would hide faults. One run reads all messages, since it takes longer to start than to read one.
    /// </summary>
    public static async Task<IReadOnlyList<(double Score, string Rules)>> ScoreAllAsync(
        IReadOnlyList<string> messages, CancellationToken cancellationToken)
    {
        string[] arguments = ["--local", "--test-mode", "--mbox", "--nocreate-prefs", "--cf=use_bayes 0", "--cf=use_auto_whitelist 0"];
        var mailbox =
            string.Concat(messages.Select(message => $"{Separator}\n{FromLine().Replace(message, ">$0").ReplaceLineEndings("\n")}\n\n"));
        if (await Tool.RunAsync("spamassassin", arguments, mailbox, cancellationToken) is not { } said)
        {
            NeededTool.Missing("SpamAssassin is not installed: apt-get install spamassassin.");
            return [];
        }

        var reports = said.Output.Split($"{Separator}\n", StringSplitOptions.RemoveEmptyEntries);
        return reports.Length == messages.Count
            ? [.. reports.Select(report => Read(report, said.Errors))]
            : throw new InvalidOperationException($"SpamAssassin reported {reports.Length} of {messages.Count} messages: {said.Errors}");
    }

    private static (double Score, string Rules) Read(string report, string errors)
    {
        var start = report.LastIndexOf("Content analysis details:", StringComparison.Ordinal);
        if (start < 0) throw new InvalidOperationException($"SpamAssassin gave no score: {errors}");
        var rules = report[start..];
        return (Line().Matches(rules).Select(line => double.Parse(line.Groups[1].ValueSpan, CultureInfo.InvariantCulture))
            .Where(points => points > 0).Sum(), rules);
    }

    [GeneratedRegex("^From ", RegexOptions.Multiline)]
    private static partial Regex FromLine();

    [GeneratedRegex(@"^ *(-?\d+\.\d) [A-Z][A-Z0-9_]+ ", RegexOptions.Multiline)]
    private static partial Regex Line();
}
