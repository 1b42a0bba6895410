using System.Globalization;
using Distribution.Platform.Validation;

namespace Distribution.Publisher.Organisations;

/// <summary>Validates the look of mails, so that everybody can read them; pure.</summary>
public static class LookRules
{
    private const int SmallestLogo = 16;
    private const int WidestLogo = 288;
    private const int TallestLogo = 120;

    /// <summary>The look in the form that is kept.</summary>
    public static Look Check(Look look, FieldErrors errors) => look with
    {
        Accent = Colour("look.accent", look.Accent, MailColours.LightBackgrounds, "light", errors),
        AccentOnDark = Colour("look.accentOnDark", look.AccentOnDark, MailColours.DarkBackgrounds, "dark", errors),
        Logo = look.Logo is { } logo ? Check(logo, errors) : null,
    };

    private static string? Colour(string field, string? text, IReadOnlyList<Colour> backgrounds, string kind, FieldErrors errors)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (Organisations.Colour.Parse(text.Trim()) is not { } colour)
        {
            errors.Add(field, "is a colour as # and six hexadecimal digits, such as #0b4f9e.");
            return text;
        }

        var contrast = Legibility.Worst(colour, backgrounds);
        errors.Require(contrast >= Legibility.Enough, field, string.Create(
            CultureInfo.InvariantCulture,
            $"cannot be read on the {kind} backgrounds of a mail: its contrast is {Math.Floor(contrast * 10) / 10:0.0}:1, and 4.5:1 is needed (WCAG 2.2). The nearest that passes is {Legibility.Nearest(colour, backgrounds)}."));
        return colour.ToString();
    }

    private static Logo Check(Logo logo, FieldErrors errors)
    {
        errors.Require(logo.Width is >= SmallestLogo and <= WidestLogo, "look.logo.width", $"is {SmallestLogo} to {WidestLogo} pixels.");
        errors.Require(logo.Height is >= SmallestLogo and <= TallestLogo, "look.logo.height", $"is {SmallestLogo} to {TallestLogo} pixels.");
        return logo with { Url = errors.Website("look.logo.url", logo.Url), Alt = errors.OptionalNames("look.logo.alt", logo.Alt) };
    }
}
