using Distribution.Publisher.Organisations;
using Distribution.Releases.Drafts;
using Distribution.Testing;

namespace Distribution.Tests.Mail.Rendering;

public sealed class MailLookTests
{
    private static readonly Logo Logo = new() { Url = "https://reefs.example.org/logo.png", Width = 120, Height = 60 };

    [Fact]
    public void Lines_and_links_have_the_organisations_colour_and_a_lighter_one_on_a_dark_screen()
    {
        var mail = With(new() { Accent = "#8a1c4a" });

        Assert.All(
            mail.Html.QuerySelectorAll("a"),
            link => Assert.Contains("color: #8a1c4a", link.GetAttribute("style"), StringComparison.Ordinal));
        Assert.Contains("#8a1c4a", mail.Html.QuerySelector(".head")!.GetAttribute("style"), StringComparison.Ordinal);
        var dark = Colour.Parse(mail.Html.QuerySelector("style")!.TextContent.Split("a { color: ")[1][..7])!.Value;
        Assert.InRange(Legibility.Worst(dark, MailColours.DarkBackgrounds), Legibility.Enough, 21);
    }

    [Fact]
    public void The_colour_for_dark_screens_may_be_chosen() =>
        Assert.Contains(
            "a { color: #ffb3d1",
            With(new() { Accent = "#8a1c4a", AccentOnDark = "#ffb3d1" }).Html.QuerySelector("style")!.TextContent,
            StringComparison.Ordinal);

    [Fact]
    public void Every_place_for_a_colour_is_filled() =>
        Assert.DoesNotContain("$accent", Rendered.In("en").Message.HtmlBody, StringComparison.Ordinal);

    [Fact]
    public void The_logo_has_its_size_and_stands_above_the_name_which_is_text()
    {
        var mail = With(new() { Logo = Logo with { Alt = new([new("en", "A turtle")]) } });

        var image = Assert.Single(mail.Html.QuerySelectorAll("img"));
        Assert.Equal(
            [Logo.Url, "A turtle", "120", "60"], new[] { "src", "alt", "width", "height" }.Select(image.GetAttribute));
        Assert.StartsWith("Caribbean Reef Trust", mail.Html.QuerySelector(".sender")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_logo_without_words_is_passed_over_by_screen_readers_since_the_name_follows() =>
        Assert.Equal("", With(new() { Logo = Logo }).Html.QuerySelector("img")!.GetAttribute("alt"));

    [Fact]
    public void The_words_of_a_logo_are_in_the_language_of_the_mail_or_not_there()
    {
        var organisation = SampleData.Organisation with
        {
            Look = new() { Logo = Logo with { Alt = new([new("en", "A turtle"), new("fr", "Une tortue")]) } }
        };
        var context = SampleData.Context with { Organisation = organisation };

        Assert.Equal(
            ["A turtle", "Une tortue", ""],
            new[] { "en", "fr", "ar" }.Select(
                language => Rendered.In(language, context, SampleData.Recipient(language)).Html.QuerySelector("img")!.GetAttribute("alt")));
    }

    [Fact]
    public void A_mail_with_images_does_not_say_that_it_loads_nothing()
    {
        var without = Rendered.In("en");
        var with = With(new() { Logo = Logo });

        Assert.Contains("it loads nothing", without.Text, StringComparison.Ordinal);
        Assert.Contains("its images are the same for everybody", with.Text, StringComparison.Ordinal);
        Assert.Contains("its images are the same for everybody", with.Html.QuerySelector(".foot")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void An_image_in_the_text_keeps_to_the_width_and_its_alt_text_is_in_both_parts()
    {
        const string Image = "https://reefs.example.org/diver.jpg";
        var text = SampleData.English with { Body = $"Divers met.\n\n![A diver with a card]({Image})" };
        var mail = Rendered.In("en", SampleData.Context with { Translations = [text] }, SampleData.Recipient("en"));

        var image = mail.Html.QuerySelector(".body img")!;
        Assert.Equal((Image, "A diver with a card"), (image.GetAttribute("src"), image.GetAttribute("alt")));
        Assert.Contains("max-width: 100%", image.GetAttribute("style"), StringComparison.Ordinal);
        Assert.Contains($"[A diver with a card] {Image}", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_standing_line_is_at_the_foot_of_both_parts_in_the_language_of_the_mail()
    {
        var organisation =
            SampleData.Organisation with { FooterNote = new([new("en", "Registered charity 123."), new("fr", "Association loi 1901.")]) };
        var mail = Rendered.In("fr", SampleData.Context with { Organisation = organisation }, SampleData.Recipient("fr"));

        Assert.Contains("Association loi 1901.", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Association loi 1901.", mail.Html.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Registered", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_standing_text_that_is_not_there_in_the_language_says_in_which_it_is()
    {
        var organisation = SampleData.Organisation with
        {
            Boilerplate = new([new("en", "We look after reefs.")]),
            FooterNote = new([new("en", "Registered charity 123.")])
        };
        var mail = Rendered.In("ar", SampleData.Context with { Organisation = organisation }, SampleData.Recipient("ar"));

        foreach (var words in new[] { "We look after reefs.", "Registered charity 123." })
        {
            var element = mail.Html.QuerySelectorAll("[lang=en][dir=ltr]")
                .Single(element => element.TextContent.Contains(words, StringComparison.Ordinal));
            Assert.Equal(words, element.TextContent.Trim());
        }
    }

    [Theory]
    [InlineData("en", "[Test] ", "This is a test", "has not been approved")]
    [InlineData("fr", "[Essai] ", "Ceci est un essai", "n’a pas été approuvé")]
    [InlineData("ar", "[تجربة] ", "هذه رسالة تجريبية", "لم تتم الموافقة")]
    public void A_test_says_so_in_the_subject_and_at_the_top_in_its_language_and_whether_it_was_approved(
        string language, string subject, string test, string draft)
    {
        foreach (var state in new[] { ReleaseState.Draft, ReleaseState.Scheduled })
        {
            var context = SampleData.Context with { Release = SampleData.Release with { State = state } };
            var mail = Rendered.From(Rendered.NewRender().TestIn(context, language).To(SampleData.Recipient(language)));

            Assert.StartsWith(subject, mail.Message.Subject, StringComparison.Ordinal);
            Assert.Contains(test, mail.Text.Split('\n')[0], StringComparison.Ordinal);
            Assert.Equal(state is ReleaseState.Draft, mail.Text.Split('\n')[0].Contains(draft, StringComparison.Ordinal));
            Assert.Equal("notice", mail.Html.QuerySelector(".column")!.FirstElementChild!.ClassName);
            Assert.Contains(test, mail.Html.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void No_other_mail_says_that_it_is_a_test()
    {
        var mail = Rendered.In("en");

        Assert.Empty(mail.Html.QuerySelectorAll(".notice"));
        Assert.DoesNotContain("This is a test", mail.Text, StringComparison.Ordinal);
        Assert.Equal(SampleData.English.Headline, mail.Message.Subject);
    }

    private static Rendered With(Look look) =>
        Rendered.In(
            "en", SampleData.Context with { Organisation = SampleData.Organisation with { Look = look } }, SampleData.Recipient("en"));
}
