using System.Text.RegularExpressions;

namespace Distribution.Contacts.Files.Values;

/// <summary>Reads what someone is called on a network.</summary>
internal static partial class Handles
{
    public const string Website = "website";

    private const int LongestPattern = 2000;

    private static readonly Dictionary<string, string> Hosts = new(StringComparer.OrdinalIgnoreCase)
    {
        ["twitter.com"] = "twitter",
        ["x.com"] = "twitter",
        ["instagram.com"] = "instagram",
        ["facebook.com"] = "facebook",
        ["linkedin.com"] = "linkedin",
        ["tiktok.com"] = "tiktok",
        ["youtube.com"] = "youtube",
        ["bsky.app"] = "bluesky",
        ["t.me"] = "telegram",
        ["wa.me"] = "whatsapp",
        ["threads.net"] = "threads",
        ["threads.com"] = "threads",
    };

    /// <summary>The handle of <c>mastodon:@rosa@example.org</c>, or of an address on the web; null when it names no network.</summary>
    /// <param name="network">The network, where the column or card names it.</param>
    /// <param name="text">Name, address, or network and name.</param>
    public static RowHandle? Read(string? network, string text)
    {
        if (text.Length > LongestPattern) return null;
        if (network is null && NetworkAndName().Match(text) is { Success: true, Groups: var parts })
            return new(parts[1].Value, parts[2].Value);
        if (!Address().IsMatch(text)) return network is null ? null : new(network, text);
        return OnNetwork(text) ?? new(network ?? Website, text);
    }

    private static RowHandle? OnNetwork(string text)
    {
        var url = text.Contains("://", StringComparison.Ordinal) ? text : $"https://{text}";
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address)) return null;
        var host = address.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? address.Host[4..] : address.Host;
        var name = Uri.UnescapeDataString(address.AbsolutePath).Split('/', StringSplitOptions.RemoveEmptyEntries).LastOrDefault();
        return name is not null && Hosts.TryGetValue(host, out var network) ? new(network, name.TrimStart('@')) : null;
    }

    [GeneratedRegex(@"^(\w[\w .+-]*?) *: *(?!//)(.+)$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex NetworkAndName();

    [GeneratedRegex(@"^(https?://|www\.)\S+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
