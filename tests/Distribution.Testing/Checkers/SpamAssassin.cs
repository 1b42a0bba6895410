using System.Globalization;
using System.Text.RegularExpressions;

namespace Distribution.Testing.Checkers;

/// <summary>SpamAssassin's local rules: what a mail looks like to it, without asking anybody on the network.</summary>
public static partial class SpamAssassin
{
    /// <summary>The score of a message as it came over SMTP, and the rules that gave it; 5 is spam.</summary>
    public static async Task<(double Score, string Rules)> ScoreAsync(string message, CancellationToken cancellationToken)
    {
        if (await Tool.RunAsync("spamassassin", ["--local", "--test-mode"], message, cancellationToken) is not { } said)
        {
            NeededTool.Missing("SpamAssassin is not installed: apt-get install spamassassin.");
            return default;
        }

        var score = Score().Match(said.Output);
        return score.Success
            ? (double.Parse(score.Groups[1].Value, CultureInfo.InvariantCulture), said.Output[(said.Output.LastIndexOf("Content analysis", StringComparison.Ordinal) + 1)..])
            : throw new InvalidOperationException($"SpamAssassin gave no score: {said.Errors}");
    }

    [GeneratedRegex(@"score=(-?\d+(\.\d+)?)")]
    private static partial Regex Score();
}
