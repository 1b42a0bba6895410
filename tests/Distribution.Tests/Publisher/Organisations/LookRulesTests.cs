using Distribution.Mail.Rendering;
using Distribution.Platform.Validation;
using Distribution.Publisher.Organisations;

namespace Distribution.Tests.Publisher.Organisations;

public sealed class LookRulesTests
{
    private static readonly Logo Logo = new() { Url = "https://example.org/logo.png", Width = 120, Height = 60 };

    [Fact]
    public void No_look_at_all_is_right() => Assert.Equal(new Look(), Check(new(), out _));

    [Fact]
    public void A_colour_is_kept_in_small_letters() => Assert.Equal("#8a1c4a", Check(new() { Accent = " #8A1C4A " }, out _).Accent);

    [Theory]
    [InlineData("#ffa500", null, "look.accent", "1.7:1")]
    [InlineData("#777777", null, "look.accent", "4.0:1")]
    [InlineData(null, "#0b4f9e", "look.accentOnDark", "1.8:1")]
    public void A_colour_that_cannot_be_read_is_refused_with_the_nearest_that_can(
        string? accent, string? onDark, string field, string contrast)
    {
        Check(new() { Accent = accent, AccentOnDark = onDark }, out var errors);

        var message = Assert.Single(errors[field]);
        Assert.Contains(contrast, message, StringComparison.Ordinal);
        var nearest = message[message.IndexOf('#', StringComparison.Ordinal)..].TrimEnd('.');
        Check(accent is null ? new() { AccentOnDark = nearest } : new() { Accent = nearest }, out var none);
        Assert.Empty(none);
    }

    [Theory]
    [InlineData("orange")]
    [InlineData("#fff")]
    [InlineData("#0b4f9e; background: url(https://example.org)")]
    public void What_is_no_colour_is_told_how_one_is_written(string text)
    {
        Check(new() { Accent = text }, out var errors);
        Assert.Equal(["is a colour as # and six hexadecimal digits, such as #0b4f9e."], errors["look.accent"]);
    }

    [Theory]
    [InlineData("http://example.org/logo.png", 120, 60, "look.logo.url")]
    [InlineData("logo.png", 120, 60, "look.logo.url")]
    [InlineData("https://example.org/logo.png", 289, 60, "look.logo.width")]
    [InlineData("https://example.org/logo.png", 15, 60, "look.logo.width")]
    [InlineData("https://example.org/logo.png", 120, 121, "look.logo.height")]
    [InlineData("https://example.org/logo.png", 120, 0, "look.logo.height")]
    public void A_logo_comes_over_https_and_has_room_on_a_telephone(string url, int width, int height, string field)
    {
        Check(new() { Logo = new() { Url = url, Width = width, Height = height } }, out var errors);
        Assert.Equal([field], errors.Keys);
    }

    [Fact]
    public void A_logo_names_what_it_shows_by_language()
    {
        Check(new() { Logo = Logo with { Alt = new([new("en", "A turtle")]) } }, out var none);
        Assert.Empty(none);
        Check(new() { Logo = Logo with { Alt = new([new("martian", "A turtle")]) } }, out var errors);
        Assert.Equal(["look.logo.alt.martian"], errors.Keys);
    }

    [Fact]
    public void Mails_have_the_backgrounds_that_colours_are_checked_against()
    {
        Assert.All(
            MailColours.LightBackgrounds,
            colour => Assert.Contains($"background-color: {colour}", MailTemplates.Styles, StringComparison.Ordinal));
        Assert.All(
            MailColours.DarkBackgrounds,
            colour => Assert.Contains($"background-color: {colour}", MailTemplates.StylesOfScreens, StringComparison.Ordinal));
    }

    [Fact]
    public void The_usual_colours_can_be_read()
    {
        var usual = MailColours.From(new());
        Assert.InRange(Legibility.Worst(usual.Accent, MailColours.LightBackgrounds), Legibility.Enough, 21);
        Assert.InRange(Legibility.Worst(usual.AccentOnDark, MailColours.DarkBackgrounds), Legibility.Enough, 21);
    }

    private static Look Check(Look look, out IDictionary<string, string[]> errors)
    {
        FieldErrors found = new();
        var kept = LookRules.Check(look, found);
        errors = found.ToDictionary();
        return kept;
    }
}
