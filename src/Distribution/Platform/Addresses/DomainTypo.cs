using Distribution.Platform.Validation;

namespace Distribution.Platform.Addresses;

/// <summary>Whether a domain is one slip of the fingers away from that of a large provider.</summary>
/// <remarks>
/// A slip is a letter too many, too few or wrong, or two that changed places (Damerau and Levenshtein's distance of 1).
/// </remarks>
internal static class DomainTypo
{
    /// <summary>Among shorter names every neighbour is somebody's.</summary>
    private const int ShortestName = 5;

    /// <summary>Real top-level domains that are one slip from those of providers with short names.</summary>
    private static readonly HashSet<string> RealTops = ["cam", "dev", "frl", "nec", "run", "uk", "eu", "su"];

    /// <summary>The provider's domain that may have been meant; null where the domain is fine as it is.</summary>
    public static string? Find(string domain) =>
        MailProviders.Known.Contains(domain) || MailProviders.Neighbours.Contains(domain)
            ? null
            : MailProviders.ByReach.FirstOrDefault(provider => IsOneSlip(domain, provider) && IsLikely(domain, provider));

    private static bool IsLikely(string domain, string provider)
    {
        var ((name, end), (meant, meantEnd)) = (Cut(domain), Cut(provider));
        if (name == meant) return IsSlipOfEnd(end, meantEnd, meant.Length >= ShortestName);
        return meant.Length >= ShortestName && !IsAnotherFirstLetter(domain, provider);
    }

    private static bool IsSlipOfEnd(string end, string meant, bool isUnmistakable)
    {
        var top = end[(end.LastIndexOf('.') + 1)..];
        var isReal = RealTops.Contains(top) || Countries.IsKnown(top.ToUpperInvariant());
        // Cameroon, Colombia and Oman have few readers at .com's largest providers.
        return !isReal || (isUnmistakable && meant == "com" && end is "cam" or "cm" or "co" or "om");
    }

    /// <summary>People see when they begin with a wrong letter, so it is another name: <c>email.com</c> is not <c>gmail.com</c>.</summary>
    private static bool IsAnotherFirstLetter(string domain, string provider) =>
        domain.Length == provider.Length && domain[0] != provider[0] && domain[0] != provider[1];

    private static (string Name, string End) Cut(string domain)
    {
        var dot = domain.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 ? (domain, "") : (domain[..dot], domain[(dot + 1)..]);
    }

    private static bool IsOneSlip(string one, string other)
    {
        var same = one.AsSpan().CommonPrefixLength(other);
        var rest = one.AsSpan(same);
        var otherRest = other.AsSpan(same);
        return (rest.Length - otherRest.Length) switch
        {
            1 => rest[1..].SequenceEqual(otherRest),
            -1 => rest.SequenceEqual(otherRest[1..]),
            0 when rest.Length > 0 => rest[1..].SequenceEqual(otherRest[1..]) || IsSwapped(rest, otherRest),
            _ => false,
        };
    }

    private static bool IsSwapped(ReadOnlySpan<char> rest, ReadOnlySpan<char> otherRest) =>
        rest.Length > 1 && rest[0] == otherRest[1] && rest[1] == otherRest[0] && rest[2..].SequenceEqual(otherRest[2..]);
}
