using System.Globalization;
using System.Text.RegularExpressions;

namespace Distribution.Publisher.Organisations;

/// <summary>A colour of the screen (sRGB).</summary>
public readonly partial record struct Colour(byte Red, byte Green, byte Blue)
{
    public static Colour Black { get; } = new(0, 0, 0);

    public static Colour White { get; } = new(255, 255, 255);

    /// <summary>Relative luminance, from 0 for black to 1 for white (WCAG 2.2).</summary>
    public double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    /// <summary>Reads <c>#0b4f9e</c>; null when it is anything else.</summary>
    public static Colour? Parse(string? text) =>
        text is not null
            && Form().IsMatch(text)
            && int.Parse(text.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture) is var number
            ? new((byte)(number >> 16), (byte)(number >> 8), (byte)number)
            : null;

    /// <summary>How well one can be read on the other: 1 to 21 (WCAG 2.2).</summary>
    public double ContrastTo(Colour other)
    {
        var (one, two) = (Luminance + 0.05, other.Luminance + 0.05);
        return Math.Max(one, two) / Math.Min(one, two);
    }

    /// <param name="other">The colour to mix in.</param>
    /// <param name="share">How much of it: 0 to 1.</param>
    public Colour MixedWith(Colour other, double share)
    {
        return new(Mix(Red, other.Red), Mix(Green, other.Green), Mix(Blue, other.Blue));
        byte Mix(byte from, byte to) => (byte)Math.Round(from + ((to - from) * share));
    }

    public override string ToString() => $"#{Red:x2}{Green:x2}{Blue:x2}";

    private static double Linear(byte value)
    {
        var part = value / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
    }

    [GeneratedRegex(@"^#[0-9A-Fa-f]{6}\z")]
    private static partial Regex Form();
}
