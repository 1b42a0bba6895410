namespace Distribution.Publisher.Organisations;

/// <summary>The accent of an organisation's mails, and what it is read on; the style sheets have the same backgrounds.</summary>
/// <param name="Accent">On a light screen.</param>
/// <param name="AccentOnDark">On a dark one.</param>
internal sealed record MailColours(Colour Accent, Colour AccentOnDark)
{
    private static readonly MailColours Usual = new(new(0x0b, 0x4f, 0x9e), new(0x8a, 0xb8, 0xff));

    /// <summary>The page, and the box of the contact block.</summary>
    public static IReadOnlyList<Colour> LightBackgrounds { get; } = [Colour.White, new(0xf2, 0xf4, 0xf7)];

    public static IReadOnlyList<Colour> DarkBackgrounds { get; } = [new(0x16, 0x18, 0x1c), new(0x22, 0x26, 0x2d)];

    public static MailColours From(Look look)
    {
        if (Colour.Parse(look.Accent) is not { } accent)
            return Usual with { AccentOnDark = Colour.Parse(look.AccentOnDark) ?? Usual.AccentOnDark };
        return new(accent, Colour.Parse(look.AccentOnDark) ?? Legibility.Nearest(accent, DarkBackgrounds));
    }

    /// <summary>A style sheet with the colours where it names them.</summary>
    public string In(string styles) => styles
        .Replace("$accent-on-dark", AccentOnDark.ToString(), StringComparison.Ordinal)
        .Replace("$accent", Accent.ToString(), StringComparison.Ordinal);
}
