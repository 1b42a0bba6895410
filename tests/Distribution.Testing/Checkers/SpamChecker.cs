using System.Globalization;
using System.Text.RegularExpressions;

namespace Distribution.Testing.Checkers;

/// <summary>SpamAssassin with its local rules only: it asks nothing of any network and learns nothing.</summary>
public static partial class SpamChecker
{
    private const string HowToInstall = "SpamAssassin is not there: apt-get install spamassassin.";

    /// <summary>What counts against a mail, by rule. What counts for it is left out, so that nothing hides a fault.</summary>
    public static async Task<IReadOnlyDictionary<string, double>> PointsAsync(ReadOnlyMemory<byte> mail, CancellationToken cancellationToken)
    {
        Checker.Require(Checker.IsOnPath("spamassassin"), HowToInstall);
        string[] local = ["--test-mode", "--local", "--nocreate-prefs", "--cf=use_bayes 0", "--cf=use_auto_whitelist 0"];
        var report = await Checker.RunAsync("spamassassin", local, mail, cancellationToken);
        var details = report[report.LastIndexOf("Content analysis details:", StringComparison.Ordinal)..];
        return Line().Matches(details)
            .Select(line => (Rule: line.Groups["rule"].Value, Points: double.Parse(line.Groups["points"].Value, CultureInfo.InvariantCulture)))
            .Where(line => line.Points > 0)
            .ToDictionary(line => line.Rule, line => line.Points);
    }

    [GeneratedRegex(@"^ *(?<points>-?\d+\.\d) (?<rule>[A-Z][A-Z0-9_]+) ", RegexOptions.Multiline)]
    private static partial Regex Line();
}
