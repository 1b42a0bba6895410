namespace Distribution.Platform.Text;

/// <summary>How a link's words and its address stand in plain text; pure.</summary>
internal static class LinkWords
{
    /// <summary>An address as people type it: of mail and telephones without the scheme and what a program would fill in.</summary>
    public static string Shown(string url) => Scheme(url) switch
    {
        "mailto" => Uri.UnescapeDataString(url["mailto:".Length..].Split('?')[0]),
        "tel" => url["tel:".Length..],
        _ => url,
    };

    /// <summary>
    /// Whether the words are the whole address, with or without its scheme and <c>www.</c>: an address that only ends with them needs them.
    /// </summary>
    public static bool AreTheAddress(string words, string url) =>
        words.Length > 0 && Plain(words, Scheme(url)) is { Length: > 0 } plain
        && plain.Equals(Plain(url, Scheme(url)), StringComparison.OrdinalIgnoreCase);

    private static string Plain(string address, string scheme) => scheme switch
    {
        "mailto" => Without(address, "mailto:").Split('?')[0],
        "tel" => string.Concat(Without(address, "tel:").Where(letter => char.IsAsciiDigit(letter) || letter == '+')),
        _ => Uri.UnescapeDataString(Without(Without(Without(address.Trim(), "https://"), "http://"), "www.")).TrimEnd('/'),
    };

    private static string Scheme(string url) => url.Split(':', 2) is [var scheme, _] ? scheme.ToLowerInvariant() : "";

    private static string Without(string text, string beginning) =>
        text.StartsWith(beginning, StringComparison.OrdinalIgnoreCase) ? text[beginning.Length..] : text;
}
