using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Distribution.Testing;
using MimeKit;

namespace Distribution.Tests.Mail.Rendering;

public sealed class ReleaseMailTests
{
    public static TheoryData<string> Languages => ["en", "fr", "es", "ar"];

    [Theory, MemberData(nameof(Languages))]
    public void Both_parts_carry_the_full_text(string language)
    {
        var mail = Rendered.In(language);
        var shown = Words(mail.Html.Body!.TextContent);
        var text = Words(mail.Text);

        Assert.All(Sentences(language), sentence =>
        {
            Assert.Contains(Words(sentence), shown, StringComparison.Ordinal);
            Assert.Contains(Words(sentence), text, StringComparison.Ordinal);
        });
    }

    [Theory, MemberData(nameof(Languages))]
    public void The_text_comes_first_and_nothing_else_is_attached(string language)
    {
        var mail = Rendered.In(language);

        var both = Assert.IsType<MultipartAlternative>(mail.Message.Body);
        Assert.Equal(["text/plain", "text/html"], both.Select(part => part.ContentType.MimeType));
        Assert.All(both, part => Assert.Equal("utf-8", part.ContentType.Charset));
        Assert.All(both, part => Assert.Equal(ContentEncoding.QuotedPrintable, ((MimePart)part).ContentTransferEncoding));
    }

    [Theory, MemberData(nameof(Languages))]
    public void Every_byte_travels_in_ascii_lines_of_lawful_length(string language)
    {
        var lines = Rendered.In(language).Raw.Split("\r\n");

        Assert.All(lines, line => Assert.DoesNotContain('\n', line));
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 150));
        Assert.All(lines.SkipWhile(line => line.Length > 0), line => Assert.InRange(line.Length, 0, 76));
    }

    [Theory]
    [InlineData("en", "ltr")]
    [InlineData("fr", "ltr")]
    [InlineData("ar", "rtl")]
    public void The_html_says_its_language_and_direction(string language, string direction)
    {
        var html = Rendered.In(language).Html;

        Assert.All([html.DocumentElement, html.QuerySelector(".page")!], element =>
        {
            Assert.Equal(language, element.GetAttribute("lang"));
            Assert.Equal(direction, element.GetAttribute("dir"));
        });
    }

    [Theory]
    [InlineData("en", "Kingston –")]
    [InlineData("fr", "Kingston, 12 mars –")]
    [InlineData("es", "Puerto España –")]
    [InlineData("ar", "كينغستون –")]
    public void The_dateline_stands_once_before_the_first_words(string language, string dateline)
    {
        var mail = Rendered.In(language);

        Assert.StartsWith(dateline, mail.Html.QuerySelector(".body p")!.TextContent, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(mail.Html.QuerySelector(".body")!.TextContent, Regex.Escape(dateline)));
        Assert.Single(Regex.Matches(mail.Text, Regex.Escape(dateline)));
        Assert.DoesNotContain("Kingston – Kingston", mail.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "For more information, please contact", "Press officer", "Caribbean Reef Trust, Port of Spain")]
    [InlineData("fr", "Pour plus d’informations, veuillez contacter", "Attachée de presse", "Fonds caribéen des récifs, Port-d’Espagne")]
    [InlineData("es", "Para más información", "Responsable de prensa", "Fondo Caribeño de Arrecifes, Puerto España")]
    [InlineData("ar", "لمزيد من المعلومات، يُرجى الاتصال بـ", "مسؤولة صحفية", "صندوق شعاب الكاريبي، بورت أوف سبين")]
    public void The_contact_block_names_the_press_officers_in_the_language_of_the_mail(
        string language, string phrase, string title, string place)
    {
        var mail = Rendered.In(language);
        var block = mail.Html.QuerySelector(".contact")!;

        Assert.Equal(phrase, block.QuerySelector("h2")!.TextContent);
        Assert.Equal(["Maëlle Baptiste", "Rohan Ali"], block.QuerySelectorAll("strong").Select(name => name.TextContent));
        Assert.All(
        [
            block.TextContent,
            mail.Text
        ], text => Assert.All([phrase, title, place, "maelle@reefs.example.org", "Rohan Ali"], part =>
            Assert.Contains(part, text, StringComparison.Ordinal)));
        Assert.Equal(
            ["mailto:maelle@reefs.example.org", "tel:+18685550142", "mailto:rohan@reefs.example.org"],
            block.QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
        Assert.Equal("+1 868-555-0142", block.QuerySelector("a[href^='tel:']")!.TextContent);
        Assert.Contains("+1 868-555-0142", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_press_officer_of_another_office_stands_under_their_own()
    {
        var kingston =
            SampleData.Office with { Id = "kingston", Names = new([new("en", "Kingston Annex"), new("fr", "Annexe de Kingston")]) };
        var context = SampleData.Context with { Contacts = [SampleData.Context.Contacts[0] with { Office = kingston }] };

        var mail = Rendered.In("fr", context, SampleData.Recipient("fr"));

        Assert.Contains("Annexe de Kingston", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_keeps_its_order_in_right_to_left_text()
    {
        var mail = Rendered.In("ar");

        Assert.Contains(
            "\u2066+1 868-555-0142\u2069",
            mail.Html.QuerySelector("a[href^='tel:']")!.ParentElement!.TextContent,
            StringComparison.Ordinal);
        Assert.Equal("+1 868-555-0142", mail.Html.QuerySelector("a[href^='tel:']")!.TextContent);
        Assert.Empty(mail.Html.QuerySelectorAll("bdi"));
        Assert.Contains("\u2066+1 868-555-0142\u2069", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_press_officers_the_office_itself_is_the_contact()
    {
        var mail = Rendered.In("en", SampleData.Context with { Contacts = [] }, SampleData.Recipient("en"));

        Assert.Equal(
            ["mailto:portofspain@reefs.example.org", "tel:+18685550100"],
            mail.Html.QuerySelectorAll(".contact a").Select(link => link.GetAttribute("href")));
    }

    [Theory]
    [InlineData("en", "Caribbean press, News agencies")]
    [InlineData("fr", "Presse des Caraïbes, Agences de presse")]
    [InlineData("ar", "صحافة الكاريبي، وكالات الأنباء")]
    public void The_foot_says_on_which_lists_the_reader_is(string language, string lists)
    {
        var mail = Rendered.In(language);

        Assert.Contains(lists, mail.Html.QuerySelector(".foot")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(lists, mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reader_sees_only_the_lists_they_are_on()
    {
        var mail = Rendered.In("en", SampleData.Context, SampleData.Recipient("en") with { Lists = ["agencies"] });

        Assert.Contains("on: News agencies.", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Caribbean press", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_foot_links_unsubscribing_the_web_page_the_newsroom_and_the_preferences_and_gives_the_postal_address()
    {
        var mail = Rendered.In("fr");
        string[] links =
        [
            $"https://news.reefs.example.org/unsubscribe/{new string('t', 72)}",
            "https://news.reefs.example.org/releases/mesurer-le-blanchissement",
            "https://news.reefs.example.org/fr",
            "https://news.reefs.example.org/fr/preferences",
        ];

        Assert.Equal(links, mail.Html.QuerySelectorAll(".foot a").Select(link => link.GetAttribute("href")));
        Assert.All(links, link => Assert.Contains(link, mail.Text, StringComparison.Ordinal));
        Assert.Contains("12 Harbour Row\nPort of Spain", mail.Text, StringComparison.Ordinal);
        Assert.Equal(3, mail.Html.QuerySelectorAll(".foot br").Length);
    }

    [Theory, MemberData(nameof(Languages))]
    public void Nothing_is_loaded_from_anywhere_and_nothing_is_hidden_but_the_line_for_the_list_of_mails(string language)
    {
        var mail = Rendered.In(language);

        Assert.Empty(mail.Html.QuerySelectorAll("img, script, link, iframe, object, form, input, video, audio, svg, [src], [background]"));
        Assert.DoesNotContain("url(", mail.Message.HtmlBody, StringComparison.OrdinalIgnoreCase);
        mail.Html.QuerySelector(".preheader")!.Remove();
        Assert.DoesNotMatch("display: *none|visibility: *hidden|font-size: *0", mail.Html.Body!.OuterHtml);
    }

    [Theory, MemberData(nameof(Languages))]
    public void Links_of_the_author_are_left_as_they_are(string language)
    {
        var written = Regex.Match(Body(language), @"\((https://[^)]+)\)").Groups[1].Value;

        Assert.Contains(written, Rendered.In(language).Html.QuerySelectorAll(".body a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public void A_dark_screen_gets_dark_colours_and_styles_are_in_the_elements()
    {
        var html = Rendered.In("en").Html;

        Assert.Equal("light dark", html.QuerySelector("meta[name=color-scheme]")!.GetAttribute("content"));
        Assert.Contains("prefers-color-scheme: dark", html.QuerySelector("style")!.TextContent, StringComparison.Ordinal);
        Assert.All(html.QuerySelectorAll("h1, h2, h3, .body p, .body li, a"), element => Assert.True(element.HasAttribute("style")));
    }

    [Theory]
    [InlineData("fr", "fr", "")]
    [InlineData("fr", "fr-CA", "")]
    [InlineData("en", "pt", "")]
    [InlineData("en", "fr", "fr")]
    [InlineData("fr", "fr en", "en")]
    [InlineData("en", "nl ar es-419 en", "es ar")]
    [InlineData("en", "", "")]
    public void A_mail_offers_the_other_languages_that_its_reader_reads_and_no_others(string language, string reads, string offered)
    {
        var mail = Rendered.In(
            language, SampleData.Context, SampleData.Recipient(reads.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        var links = mail.Html.QuerySelectorAll(".others a").Select(link => link.GetAttribute("hreflang"));

        Assert.Equal(offered.Split(' ', StringSplitOptions.RemoveEmptyEntries), links);
        Assert.Equal(
            offered.Contains("es", StringComparison.Ordinal),
            mail.Text.Contains("/releases/contar-el-blanqueamiento", StringComparison.Ordinal));
    }

    [Fact]
    public void Recipients_of_one_rendering_get_each_the_languages_they_read()
    {
        var mail = Rendered.NewRender().In(SampleData.Context, "en");

        var offers = new[] { "en fr", "en es", "en", "en fr" }.Select(reads =>
            Rendered.From(mail.To(SampleData.Recipient(reads.Split(' ')))).Html.QuerySelectorAll(".others a").Select(
                link => link.GetAttribute("hreflang")));

        Assert.Equal([["fr"], ["es"], [], ["fr"]], offers);
    }

    [Fact]
    public void The_line_that_mail_programs_show_in_the_list_is_the_summary_and_stands_first_and_is_not_seen()
    {
        var context = SampleData.Context with
        {
            Translations = [SampleData.English with { Summary = "Divers of four states met & counted." }],
        };
        var mail = Rendered.In("en", context, SampleData.Recipient("en"));

        Assert.StartsWith(
            "Divers of four states met & counted.", mail.Html.Body!.TextContent.TrimStart(), StringComparison.Ordinal);
        Assert.Contains("display: none", mail.Html.QuerySelector(".preheader")!.GetAttribute("style"), StringComparison.Ordinal);
        Assert.DoesNotContain("Divers of four states", mail.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "A subheading", "A subheading")]
    [InlineData(null, null, "Opening words.")]
    [InlineData("A summary", "A subheading", "A summary")]
    public void Without_a_summary_it_is_the_subheading_or_how_the_text_begins(string? summary, string? subheading, string shown)
    {
        var text = SampleData.English with { Summary = summary, Subheading = subheading, Body = "Opening words.\n\nMore." };
        var mail = Rendered.In("en", SampleData.Context with { Translations = [text] }, SampleData.Recipient("en"));

        Assert.Equal(shown, mail.Html.QuerySelector(".preheader")!.TextContent);
    }

    [Fact]
    public void A_language_without_phrases_of_ours_gets_english_ones_and_says_so()
    {
        var dutch = SampleData.English with { Language = "nl", Headline = "Vier eilandstaten", Body = "Technici kwamen samen." };
        var mail = Rendered.In("nl", SampleData.Context with { Translations = [dutch] }, SampleData.Recipient("nl"));

        Assert.Equal("nl", mail.Html.DocumentElement.GetAttribute("lang"));
        Assert.Equal("en", mail.Html.QuerySelector(".contact h2")!.GetAttribute("lang"));
        Assert.Contains("12 maart 2026", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_mails_of_one_rendering_differ_only_where_they_must()
    {
        var mail = Rendered.NewRender().In(SampleData.Context, "en");
        var one = mail.To(SampleData.Recipient("en"));
        var two = mail.To(SampleData.Recipient("en") with
        {
            MessageId = "other@reefs.example.org",
            Address = "otto@paper.example.com",
            Name = "Otto",
            UnsubscribeToken = new('u', 72)
        });

        Assert.Equal(Rendered.From(one).Text.Replace("ttt", "uuu", StringComparison.Ordinal), Rendered.From(two).Text);
        Assert.Equal(
            ["Message-Id", "To", "List-Unsubscribe"],
            one.Headers.Where(header => two.Headers[header.Field] != header.Value).Select(header => header.Field));
    }

    private static string Body(string language) => SampleData.Context.Translations.First(text => text.Language == language).Body;

    private static IEnumerable<string> Sentences(string language)
    {
        var translation = SampleData.Context.Translations.First(text => text.Language == language);
        var marks = new Regex(@"\]\([^)]*\)|[*>\[\]#]|^\s*(-|\d\.)\s", RegexOptions.Multiline);
        return Body(language).Split('\n').Select(line => marks.Replace(line.Split('[')[0], "").Trim())
            .Where(line => line.Length > 0)
            .Append(translation.Headline)
            .Append(translation.Subheading ?? translation.Headline)
            .Append(SampleData.Organisation.Boilerplate.In(language).Split('<')[0].Trim());
    }

    private static string Words(string text) => Regex.Replace(text, @"[\s>]+", " ");
}
