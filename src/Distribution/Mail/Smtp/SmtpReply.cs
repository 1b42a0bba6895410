using System.Globalization;
using System.Text.RegularExpressions;

namespace Distribution.Mail.Smtp;

/// <summary>The relay's answer, or ours in its place.</summary>
/// <param name="Code">The reply code (RFC 5321, section 4.2); 0 when the words are ours.</param>
/// <param name="Enhanced">The enhanced status code (RFC 3463), such as 5.1.1; null when there was none.</param>
/// <param name="Words">The text in one line without codes, cut at 500 characters.</param>
public sealed partial record SmtpReply(int Code, string? Enhanced, string Words)
{
    private const int Longest = 500;

    public bool IsOurs => Code == 0;

    internal bool IsPositive => Code is >= 200 and < 300;

    internal bool IsTemporary => Code is >= 400 and < 500;

    internal bool IsPermanent => Code is >= 500 and < 600;

    public override string ToString() =>
        IsOurs ? Words : string.Join(' ', new[] { Code.ToString(CultureInfo.InvariantCulture), Enhanced, Words }.Where(part => !string.IsNullOrEmpty(part)));

    internal static SmtpReply Ours(string words) => new(0, null, Clean(words));

    /// <summary>Reads a reply's text as it comes after the code, one line per line of the reply (RFC 2034 repeats the enhanced code on each).</summary>
    internal static SmtpReply Parse(int code, string text)
    {
        var lines = text.Split('\n', StringSplitOptions.TrimEntries);
        var enhanced = EnhancedCode().Match(lines[0]) is { Success: true } match && match.ValueSpan[0] == '0' + (code / 100)
            ? match.Groups[1].Value
            : null;
        return new SmtpReply(code, enhanced, Clean(string.Join(' ', enhanced is null ? lines : lines.Select(WithoutEnhancedCode))));
    }

    private static string WithoutEnhancedCode(string line) => EnhancedCode().Replace(line, "", 1);

    private static string Clean(string words)
    {
        var line = Blanks().Replace(words, " ").Trim();
        return line.Length <= Longest ? line : line[..(Longest - 1)] + "…";
    }

    [GeneratedRegex(@"^([245]\.\d{1,3}\.\d{1,3})(\s+|$)")]
    private static partial Regex EnhancedCode();

    [GeneratedRegex(@"[\s\p{C}]+")]
    private static partial Regex Blanks();
}
