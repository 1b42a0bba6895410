namespace Distribution.Publisher.Organisations;

/// <summary>Whether a colour can be read; pure. WCAG 2.2, success criterion 1.4.3, asks for a contrast of 4.5:1.</summary>
public static class Legibility
{
    public const double Enough = 4.5;

    private const int Steps = 255;

    /// <summary>The contrast to the background on which it is worst.</summary>
    public static double Worst(Colour colour, IReadOnlyList<Colour> backgrounds) => backgrounds.Min(colour.ContrastTo);

    /// <summary>
    /// The colour itself, or the first on the way to black, or to white on dark backgrounds, that can be read on all of them.
    /// </summary>
    public static Colour Nearest(Colour colour, IReadOnlyList<Colour> backgrounds)
    {
        var end = backgrounds[0].ContrastTo(Colour.Black) > backgrounds[0].ContrastTo(Colour.White) ? Colour.Black : Colour.White;
        return Enumerable.Range(0, Steps)
            .Select(step => colour.MixedWith(end, (double)step / Steps))
            .Append(end)
            .First(mixed => mixed == end || Worst(mixed, backgrounds) >= Enough);
    }
}
