namespace Distribution.Platform.Addresses;

/// <summary>Dots stand between letters (RFC 5321, section 4.1.2), though some providers once gave out other addresses.</summary>
internal static class Dots
{
    /// <param name="part">One side of the address; not empty.</param>
    /// <param name="side">Which one, such as <c>before the @</c>.</param>
    public static AddressCheck.Refused? Objection(string part, string side)
    {
        if (part[0] == '.') return new(AddressFault.LeadingDot, $"has a dot at the beginning of what stands {side}: delete it.");
        if (part[^1] == '.') return new(AddressFault.TrailingDot, $"has a dot at the end of what stands {side}: delete it.");
        return part.Contains("..", StringComparison.Ordinal)
            ? new(AddressFault.DoubleDot, $"has two dots side by side {side}: delete one.")
            : null;
    }
}
