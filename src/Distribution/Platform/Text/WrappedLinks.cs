using System.Text;
using System.Text.RegularExpressions;

namespace Distribution.Platform.Text;

/// <summary>
/// Addresses that mail security and search programs have put their own around; pure. They carry the address of the colleague who was
/// mailed them, end one day, and count who follows them. What many write into the address is read from it; what only they know is not.
/// </summary>
public static partial class WrappedLinks
{
    private const int Deepest = 5;

    /// <summary>Programs that write where a link leads into its query: end of the host, beginning of the path, names there.</summary>
    private static readonly (string Host, string Path, string[] Names)[] InQuery =
    [
        ("safelinks.protection.outlook.com", "/", ["url"]),
        ("urldefense.proofpoint.com", "/v1/url", ["u"]),
        ("linkprotect.cudasvc.com", "/url", ["a"]),
        ("protect.checkpoint.com", "/", ["url"]),
        ("fireeye.com", "/", ["u"]),
        ("trellix.com", "/", ["u"]),
        ("trendmicro.com", "/", ["url"]),
        ("clicktime.symantec.com", "/", ["u"]),
        ("l.facebook.com", "/l.php", ["u"]),
        ("lm.facebook.com", "/l.php", ["u"]),
        ("l.instagram.com", "/", ["u"]),
        ("www.linkedin.com", "/redir/", ["url"]),
        ("www.linkedin.com", "/safety/", ["url"]),
        ("slack-redir.net", "/link", ["url"]),
        ("www.youtube.com", "/redirect", ["q"]),
        ("duckduckgo.com", "/l/", ["uddg"]),
        ("vk.com", "/away.php", ["to"]),
    ];

    /// <summary>Programs whose links only they can read.</summary>
    private static readonly (string Host, string Path)[] Opaque =
    [
        ("mimecast.com", "/s/"), ("mimecastprotect.com", "/"), ("urldefense.com", "/"), ("urldefense.us", "/"),
        ("urldefense.proofpoint.com", "/"), ("secure-web.cisco.com", "/"), ("protection.sophos.com", "/"), ("list-manage.com", "/track/"),
        ("mandrillapp.com", "/track/"), ("sendgrid.net", "/"), ("awstrack.me", "/"), ("hubspotlinks.com", "/"), ("mjt.lu", "/"),
        ("rs6.net", "/"), ("exacttarget.com", "/"), ("mailgun.org", "/c/"), ("sendibm1.com", "/"), ("sendibm3.com", "/"),
        ("createsend1.com", "/"), ("cmail19.com", "/"), ("cmail20.com", "/"),
    ];

    /// <returns>Where the link leads in truth; null for one that is not wrapped, or in a way that cannot be read with certainty.</returns>
    public static Uri? Unwrap(Uri link)
    {
        Uri? target = null;
        for (var round = 0; round < Deepest && Once(target ?? link) is { } next; round++) target = next;
        return target;
    }

    /// <summary>Whether a program has put its own address around a link, and it cannot be taken away.</summary>
    public static bool IsOpaque(Uri link) =>
        Opaque.Any(wrap => Fits(link, wrap.Host, wrap.Path)) || InQuery.Any(wrap => Fits(link, wrap.Host, wrap.Path) && wrap.Path != "/");

    private static Uri? Once(Uri link)
    {
        if (link.Scheme != Uri.UriSchemeHttps && link.Scheme != Uri.UriSchemeHttp) return null;
        foreach (var (host, path, names) in InQuery)
        {
            if (Fits(link, host, path) && Query(link, names) is { } url) return Target(url);
        }

        if (Google().IsMatch(link.Host) && link.AbsolutePath == "/url") return Target(Query(link, ["q", "url"]));
        if (Fits(link, "urldefense.proofpoint.com", "/v2/url") && Query(link, ["u"]) is { } second) return Target(SecondForm(second));
        if (Fits(link, "urldefense.com", "/v3/") || Fits(link, "urldefense.us", "/v3/")) return Target(ThirdForm(link.OriginalString));
        if (Fits(link, "secure-web.cisco.com", "/")) return Target(Uri.UnescapeDataString(link.AbsolutePath.Split('/')[^1]));
        if (Fits(link, "awstrack.me", "/L0/")) return Target(Uri.UnescapeDataString(link.AbsolutePath.Split('/')[2]));
        if (Fits(link, "protection.sophos.com", "/") && Query(link, ["u"]) is { } sophos) return Target(Base64(sophos));
        if (Fits(link, "www.bing.com", "/ck/") && Query(link, ["u"]) is ['a', '1', .. var bing]) return Target(Base64(bing));
        return null;
    }

    private static bool Fits(Uri link, string host, string path) =>
        (link.Host == host || link.Host.EndsWith($".{host}", StringComparison.Ordinal))
        && link.AbsolutePath.StartsWith(path, StringComparison.Ordinal);

    private static Uri? Target(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var target) && target.Host.Contains('.', StringComparison.Ordinal)
        && (target.Scheme == Uri.UriSchemeHttps || target.Scheme == Uri.UriSchemeHttp)
            ? target
            : null;

    /// <summary>The first of some values in the query, as it was before it was encoded.</summary>
    private static string? Query(Uri link, string[] names)
    {
        var pairs = link.Query.TrimStart('?').Replace("&amp;", "&", StringComparison.Ordinal).Split('&').Select(pair => pair.Split('=', 2));
        return pairs.FirstOrDefault(pair => pair.Length == 2 && names.Contains(pair[0])) is [_, var value]
            ? Uri.UnescapeDataString(value)
            : null;
    }

    /// <summary>Percent signs are written as hyphens and slashes as underscores.</summary>
    private static string SecondForm(string text) =>
        Uri.UnescapeDataString(Hyphen().Replace(text.Replace('_', '/'), "%$1"));

    /// <summary>The address stands between two underscores; where an asterisk is in it, a letter of it is written elsewhere.</summary>
    private static string? ThirdForm(string text) =>
        Third().Match(text) is { Success: true } match && !match.Groups["url"].Value.Contains('*', StringComparison.Ordinal)
            ? OneSlash().Replace(match.Groups["url"].Value, "$1//")
            : null;

    private static string? Base64(string text)
    {
        var plain = text.Replace('-', '+').Replace('_', '/');
        var bytes = new byte[plain.Length];
        return Convert.TryFromBase64String(plain.PadRight((plain.Length + 3) / 4 * 4, '='), bytes, out var length)
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : null;
    }

    [GeneratedRegex(@"^www\.google\.[a-z]{2,3}(?:\.[a-z]{2})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Google();

    [GeneratedRegex("-([0-9A-Fa-f]{2})", RegexOptions.CultureInvariant)]
    private static partial Regex Hyphen();

    [GeneratedRegex("/v3/__(?<url>.+?)__;", RegexOptions.CultureInvariant)]
    private static partial Regex Third();

    [GeneratedRegex("^(https?:)/{1,2}(?!/)", RegexOptions.CultureInvariant)]
    private static partial Regex OneSlash();
}
