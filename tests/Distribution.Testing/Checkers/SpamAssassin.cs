using System.Globalization;
using System.Text.RegularExpressions;

namespace Distribution.Testing.Checkers;

/// <summary>SpamAssassin's local rules: what a mail looks like to it, without asking anybody on the network and without learning anything.</summary>
public static partial class SpamAssassin
{
    /// <summary>
    /// The spam points of a message as it came over SMTP, and their rules; 5 is spam. Points in its favour are left out: they would hide
    /// faults.
    /// </summary>
    public static async Task<(double Score, string Rules)> ScoreAsync(string message, CancellationToken cancellationToken)
    {
        string[] arguments = ["--local", "--test-mode", "--nocreate-prefs", "--cf=use_bayes 0", "--cf=use_auto_whitelist 0"];
        if (await Tool.RunAsync("spamassassin", arguments, message, cancellationToken) is not { } said)
        {
            NeededTool.Missing("SpamAssassin is not installed: apt-get install spamassassin.");
            return default;
        }

        var start = said.Output.LastIndexOf("Content analysis details:", StringComparison.Ordinal);
        if (start < 0) throw new InvalidOperationException($"SpamAssassin gave no score: {said.Errors}");
        var rules = said.Output[start..];
        return (Line().Matches(rules).Select(line => double.Parse(line.Groups[1].ValueSpan, CultureInfo.InvariantCulture)).Where(points => points > 0).Sum(), rules);
    }

    [GeneratedRegex(@"^ *(-?\d+\.\d) [A-Z][A-Z0-9_]+ ", RegexOptions.Multiline)]
    private static partial Regex Line();
}
