using Distribution.Platform.Languages;
using Distribution.Publisher.Offices;
using Distribution.Releases.Checks;
using Distribution.Releases.Drafts;

namespace Distribution.Tests.Releases.Checks;

public sealed class ReleaseChecksTests
{
    private static readonly DateTimeOffset Tuesday = new(2026, 11, 24, 13, 0, 0, TimeSpan.Zero);

    private static readonly Office PortOfSpain = new()
    {
        Id = "port-of-spain",
        Names = Named("Port of Spain"),
        Country = "TT",
        TimeZone = "America/Port_of_Spain",
        Phone = "+18686240100",
        ReplyAddress = "pos@example.org",
    };

    private static readonly PressOfficer Ana = new()
    {
        Id = "ana",
        Office = "port-of-spain",
        Name = "Ana Officer",
        Title = Named("Press officer"),
        Email = "ana@example.org",
        Phones = [new() { Number = "+18686240101" }],
        Languages = ["en"],
    };

    private static readonly Translation English =
        new() { Language = "en", Headline = "Four states count their reefs", Body = "In Kingston, four states…" };

    [Fact]
    public void A_release_with_nothing_amiss_has_no_findings() => Assert.Empty(ReleaseChecks.Run(Subject()));

    [Theory]
    [InlineData("+18686240101", true)]
    [InlineData("+18005550199", false)]
    [InlineData("+33142685300", true)]
    [InlineData("+33800123456", false)]
    [InlineData("+33899123456", false)]
    [InlineData("not a number", false)]
    public void Freephone_and_service_numbers_are_not_reachable_from_abroad(string number, bool reachable) =>
        Assert.Equal(reachable, PressContactChecks.IsReachableFromAbroad(number));

    [Theory]
    [InlineData("en", "EMBARGOED UNTIL 5 JANUARY 2027, 09:00 – Five countries agree", "Text.", "headline")]
    [InlineData("en", "Five countries agree", "**STRICTLY EMBARGOED until Tuesday 5 January 2027, 09:00 GMT.** Text.", "body")]
    [InlineData("en", "Five countries agree", "Not for publication before 9 a.m. Text.", "body")]
    [InlineData("en", "Five countries agree", "Embargo: 5 January. Text.", "body")]
    [InlineData("fr", "Cinq pays s’accordent", "Sous embargo jusqu’au 5 janvier 2027. Texte.", "body")]
    [InlineData("fr", "Cinq pays s’accordent", "À ne pas diffuser avant 9 h. Texte.", "body")]
    [InlineData("es", "Cinco países", "Embargado hasta el 5 de enero de 2027. Texto.", "body")]
    [InlineData("es", "Cinco países", "No publicar hasta las 9. Texto.", "body")]
    [InlineData("pt", "Cinco países", "Sob embargo até 5 de janeiro de 2027. Texto.", "body")]
    [InlineData("ar", "خمس دول تتفق", "محظور النشر حتى 5 يناير 2027. نص.", "body")]
    public void Words_of_an_embargo_are_an_error_until_an_approver_answers_for_the_very_place(
        string language, string headline, string body, string field)
    {
        var found = Assert.Single(
            ReleaseChecks.Run(Subject() with { Texts = [English with { Language = language, Headline = headline, Body = body }] }),
            found => found.Id == CheckIds.Embargo);

        Assert.Equal((CheckSeverity.Error, $"translations.{language}.{field}"), (found.Severity, found.Where));
        Assert.Single(CheckGate.Blocking([found], []));
        Assert.Single(CheckGate.Blocking([found], [CheckIds.Embargo]));
        Assert.Empty(CheckGate.Blocking([found], [found.Acknowledgement]));
    }

    [Theory]
    [InlineData("en", "The embargo on oil was lifted in March; the arms embargo stays.")]
    [InlineData("en", "Embargoed until 3 November 2026. Text.")]
    [InlineData("es", "Sin embargo, los arrecifes crecen. SIN EMBARGO, no todos.")]
    [InlineData("fr", "L’embargo sur le pétrole a été voté.")]
    public void An_embargo_on_trade_one_that_is_over_and_the_Spanish_for_however_are_none(string language, string body) =>
        Assert.DoesNotContain(CheckIds.Embargo, Ids(Subject() with { Texts = [English with { Language = language, Body = body }] }));

    [Fact]
    public void Without_a_time_an_approver_says_that_sending_at_once_is_meant() =>
        Assert.Equal(["send-at-once:sendAt"], Acknowledgements(Subject() with { IsAtOnce = true }));

    [Fact]
    public void Nobody_whom_one_can_call_from_abroad_is_an_error()
    {
        var home = Ana with { Phones = [new() { Number = "+18005550199" }] };

        Assert.Equal(["nobody-reachable"], Ids(Subject() with { Contacts = [new(home, PortOfSpain)] }));
        Assert.Equal(
            ["press-officer-unreachable:pressOfficers.bo"],
            Acknowledgements(Subject() with { Contacts = [new(Ana, PortOfSpain), new(home with { Id = "bo" }, PortOfSpain)] }));
        Assert.Equal(["nobody-reachable"], Ids(Subject() with { Contacts = [], Office = PortOfSpain with { Phone = null } }));
        Assert.Empty(Ids(Subject() with { Contacts = [] }));
    }

    [Fact]
    public void An_hour_at_which_nobody_answers_needs_a_tick()
    {
        var mornings = Ana with { DutyHours = [new() { Weekday = DayOfWeek.Tuesday, From = new(8, 0), Until = new(12, 0) }] };

        Assert.Empty(Ids(Subject() with { Contacts = [new(mornings, PortOfSpain)] }));
        Assert.Equal(["nobody-on-duty"], Ids(Subject() with { Contacts = [new(mornings, PortOfSpain)], SendAt = Tuesday.AddHours(4) }));
        Assert.Empty(Ids(Subject() with
        {
            Contacts = [new(mornings, PortOfSpain), new(Ana with { Id = "bo" }, PortOfSpain)],
            SendAt = Tuesday.AddHours(4)
        }));
    }

    [Fact]
    public void What_the_contact_block_lacks_in_a_language_is_named()
    {
        var found = Assert.Single(ReleaseChecks.Run(Subject() with { Texts = [English with { Language = "fr" }] }));

        Assert.Equal("block-language:translations.fr", found.Acknowledgement);
        Assert.Equal("Harbour Organisation, Port of Spain, Press officer", found.Values["names"]);
    }

    [Theory]
    [InlineData("Q&amp;A: l&#039;eau", "headline", "&amp;")]
    [InlineData("<em>Five</em> countries agree", "headline", "<em>")]
    [InlineData("First half<br>second half", "headline", "<br>")]
    [InlineData("**Bold** headline", "headline", "**Bold**")]
    [InlineData("A [link](https://example.org)", "headline", "[link](https://example.org)")]
    [InlineData("Read <b>this</b>.", "body", "<b>")]
    [InlineData("Caf&amp;eacute;", "body", "&eacute;")]
    [InlineData("| a | b |\n|---|---|\n| c | d |\nText", "body", "|---|")]
    public void Mark_up_that_would_be_seen_is_named(string text, string field, string found)
    {
        var written = field == "headline" ? English with { Headline = text } : English with { Body = text };

        var finding = Assert.Single(ReleaseChecks.Run(Subject() with { Texts = [written] }), each => each.Id == CheckIds.Markup);

        Assert.Equal(($"translations.en.{field}", found), (finding.Where, finding.Values["text"]));
    }

    [Theory]
    [InlineData("R&D; 2 < 3 > 1; C*-algebra; snake_case_name; 5 * 3 * 2", "Text.")]
    [InlineData("#Reefs and #Corals", "One | two, 3 < 4, **bold** and `code`.\n\n| a | b |\n|---|---|\n| c | d |")]
    public void Signs_that_mean_themselves_are_no_mark_up(string headline, string body) =>
        Assert.DoesNotContain(CheckIds.Markup, Ids(Subject() with { Texts = [English with { Headline = headline, Body = body }] }));

    [Theory]
    [InlineData("[r](https:" + "//protect-eu.mimecast.com/s/AbCd)", true)]
    [InlineData("[r](https://www.example.org/cdn-cgi/l/email-protection#5c2c)", true)]
    [InlineData("[r](https:" + "//www.google.com/url?q=https://example.org/r)", false)]
    public void A_link_that_leads_through_another_program_is_found_where_it_cannot_be_unwrapped(string body, bool found) =>
        Assert.Equal(found, Ids(Subject() with { Texts = [English with { Body = body }] }).Contains(CheckIds.LinkWrapped));

    [Theory]
    [InlineData("L\ufffdgende", "L\ufffdgende")]
    [InlineData("A \ue001 sign", "\ue001")]
    public void A_letter_that_was_lost_is_found(string body, string text) =>
        Assert.Equal(
            text,
            ReleaseChecks.Run(Subject() with { Texts = [English with { Body = body }] }).Single(
                found => found.Id == CheckIds.CharacterLost).Values["text"]);

    [Theory]
    [InlineData(70, false)]
    [InlineData(71, true)]
    public void A_headline_that_telephones_cut_needs_a_tick(int length, bool found) =>
        Assert.Equal(
            found, Ids(Subject() with { Texts = [English with { Headline = new string('é', length) }] }).Contains("headline-long"));

    [Theory]
    [InlineData("The minister, XXX, said so.", "XXX")]
    [InlineData("Figures TBC.", "TBC")]
    [InlineData("Dear {{name}}", "{{name}}")]
    [InlineData("[Insert quote here] he said", "[Insert quote here]")]
    [InlineData("Lorem ipsum dolor", "Lorem ipsum")]
    [InlineData("à compléter", "à compléter")]
    [InlineData("Who???", "???")]
    [InlineData("Dear *|FNAME|*,", "*|FNAME|*")]
    [InlineData("Dear \\*\\|FNAME\\|\\*,", "*|FNAME|*")]
    [InlineData("Dear [FIRSTNAME],", "[FIRSTNAME]")]
    [InlineData("Dear <<First Name>>,", "<<First Name>>")]
    [InlineData("{% if user %}", "{% if user %}")]
    [InlineData("Leave: [[unsubscribe_url]]", "[[unsubscribe_url]]")]
    [InlineData("Dear %recipient.name%,", "%recipient.name%")]
    [InlineData("Dear {first_name},", "{first_name}")]
    [InlineData("He said TK.", "TK")]
    [InlineData("He said TKTK.", "TKTK")]
    [InlineData("Place tbd.", "tbd")]
    [InlineData("Place TBA.", "TBA")]
    [InlineData("A total of [●] dollars", "[●]")]
    [InlineData("[quote to come]", "[quote to come]")]
    [InlineData("Lugar por confirmar", "por confirmar")]
    [InlineData("Write to \\[email\u00a0protected\\].", "[email\u00a0protected]")]
    public void Left_over_placeholders_are_found(string body, string text) =>
        Assert.Equal(text, ReleaseChecks.Run(Subject() with { Texts = [English with { Body = body }] }).Single(
            found => found.Id == "placeholder").Values["text"]);

    [Theory]
    [InlineData("A photo XL, a list of TBILISI schools, and [a link](https://example.org).")]
    [InlineData("Is that so? Yes! (See [1].)")]
    [InlineData("He said it [the reef] grew from 5% to 20% [sic] […].")]
    [InlineData("The [date](https://example.org/d) and the [name](https://example.org/n) are set, with [x](https://example.org/x).")]
    [InlineData("50%of 20%.")]
    [InlineData("Nombre y fecha", "es")]
    [InlineData("Todo el país participa, sobre todo la costa.", "es")]
    [InlineData("TODO SOBRE LOS ARRECIFES", "es-419")]
    [InlineData("Un arrecife del siglo XX.", "es")]
    public void Ordinary_text_holds_no_placeholder(string body, string language = "en") =>
        Assert.DoesNotContain("placeholder", Ids(Subject() with { Texts = [English with { Body = body, Language = language }] }));

    [Theory]
    [InlineData("TODO: add the figures", "en", "TODO")]
    [InlineData("TODO SOBRE LOS ARRECIFES, TBC", "es", "TBC")]
    public void What_is_a_word_in_one_language_is_a_placeholder_in_another_and_hides_none(string headline, string language, string text) =>
        Assert.Equal(text, ReleaseChecks.Run(Subject() with { Texts = [English with { Headline = headline, Language = language }] }).Single(
            found => found.Id == "placeholder").Values["text"]);

    [Fact]
    public void Today_in_a_text_with_another_day_in_its_dateline_needs_a_tick()
    {
        var text = English with { Dateline = "Kingston, 23 November 2026", Body = "Four states today agreed." };

        Assert.Equal(["today-elsewhere:translations.en.body"], Acknowledgements(Subject() with { Texts = [text] }));
        Assert.Empty(Ids(Subject() with { Texts = [text with { Dateline = "Kingston, 24 November 2026" }] }));
        Assert.Empty(Ids(Subject() with { Texts = [text with { Body = "Four states agreed." }] }));
        Assert.Empty(Ids(Subject() with { Texts = [text with { Dateline = "Kingston" }] }));
        // Sent at 22:00 in Port of Spain it is the 24th there, and the 25th in UTC.
        Assert.Empty(Ids(Subject() with
        {
            Texts = [text with { Dateline = "Kingston, 24 November" }],
            SendAt = new(2026, 11, 25, 2, 0, 0, TimeSpan.Zero)
        }));
    }

    [Theory]
    [InlineData("Kingston, 23 November – Four states today agreed.", true)]
    [InlineData("Kingston, 24 November – Four states today agreed on what comes into force on 1 December.", false)]
    [InlineData("Four states today agreed on what comes into force on 1 December.", false)]
    public void Only_a_day_before_the_first_dash_is_that_of_a_dateline(string body, bool found) =>
        Assert.Equal(found, Ids(Subject() with { Texts = [English with { Body = body }] }).Contains("today-elsewhere"));

    [Fact]
    public void The_hour_at_which_nobody_answers_is_said_in_the_language_of_the_message()
    {
        var mornings = Ana with { DutyHours = [new() { Weekday = DayOfWeek.Tuesday, From = new(8, 0), Until = new(12, 0) }] };

        var found =
            Assert.Single(ReleaseChecks.Run(Subject() with { Contacts = [new(mornings, PortOfSpain)], SendAt = Tuesday.AddHours(4) }));

        Assert.Contains("Tuesday 24 November 2026, 13:00", found.Message("en"), StringComparison.Ordinal);
        Assert.Contains("mardi 24 novembre 2026", found.Message("fr"), StringComparison.Ordinal);
        Assert.Contains("martes 24 de noviembre de 2026", found.Message("es"), StringComparison.Ordinal);
    }

    [Fact]
    public void Images_without_words_and_links_that_are_open_or_dead_need_a_tick()
    {
        var text = English with
        {
            Body =
            "![](https://example.org/a.jpg) ![A reef](https://example.org/b.jpg) [old](http://example.org/c) "
                + "[gone](https://example.org/d)"
        };

        Assert.Equal(
            ["image-alt:translations.en.body", "link-dead:translations.en.body", "link-insecure:translations.en.body"],
            Acknowledgements(Subject() with
            {
                Texts = [text],
                DeadLinks = new Dictionary<Uri, LinkFault> { [new("https://example.org/d")] = LinkFault.Status(404) }
            }).Order());
    }

    [Fact]
    public void A_dead_link_is_explained_in_one_language()
    {
        var found = ReleaseChecks.Run(Subject() with
        {
            Texts = [English with { Body = "[gone](https://example.org/d) [odd](https://\u200D/d)" }],
            DeadLinks = new Dictionary<Uri, LinkFault> { [new("https://example.org/d")] = LinkFault.NoAnswer },
        });

        Assert.Equal(
            ["https://example.org/d ne répond pas comme il faut\u00A0: pas de réponse en cinq secondes.",
                "https://\u200D/d ne répond pas comme il faut\u00A0: son hôte n’est pas un nom de domaine."],
            found.Select(finding => finding.Message("fr")));
    }

    [Theory]
    [InlineData(0, null, "audience-empty")]
    [InlineData(999, 100, null)]
    [InlineData(1000, 100, "audience-unusual")]
    [InlineData(1000, null, null)]
    public void An_audience_that_is_empty_or_ten_times_the_usual_is_found(int audience, int? usual, string? id) =>
        Assert.Equal(id is null ? [] : [id], Ids(Subject() with { Audience = audience, UsualAudience = usual }));

    [Fact]
    public void Readers_of_no_language_of_the_release_are_counted()
    {
        var found = ReleaseChecks.Run(Subject() with { Unserved = new Dictionary<string, int> { ["pt"] = 3, ["es"] = 40 } });

        Assert.Equal(["40 español", "3 português"], found.Select(finding => $"{finding.Values["readers"]} {finding.Values["language"]}"));
    }

    [Theory]
    [InlineData(100_000, null)]
    [InlineData(100_001, "mail-large")]
    [InlineData(10_000_001, "mail-too-large")]
    public void Mails_that_do_not_get_through_whole_are_found(long size, string? id) =>
        Assert.Equal(id is null ? [] : [id], Ids(Subject() with { MailSizes = new Dictionary<string, long> { ["en"] = size } }));

    [Fact]
    public void Without_any_ready_text_there_is_nothing_to_send() => Assert.Contains("no-text", Ids(Subject() with { Texts = [] }));

    [Fact]
    public void Errors_block_and_warnings_need_their_acknowledgement()
    {
        var findings =
            ReleaseChecks.Run(Subject() with { Audience = 0, Unserved = new Dictionary<string, int> { ["pt"] = 3, ["es"] = 40 } });

        Assert.Equal(3, CheckGate.Blocking(findings, []).Count);
        Assert.Equal(
            ["audience-empty:audience", "translation-missing:translations.pt"],
            CheckGate.Blocking(findings, ["translation-missing:translations.es"]).Select(found => found.Acknowledgement));
        Assert.Equal(["audience-empty"], CheckGate.Blocking(findings, ["translation-missing", "audience-empty"]).Select(found => found.Id));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    [InlineData("es")]
    public void Every_check_has_a_sentence_in_every_language(string language) =>
        Assert.Equal(
            CheckIds.All.Order(StringComparer.Ordinal),
            CheckPhrases.Book.In(language).Texts.Keys.Where(key => !key.Contains('.', StringComparison.Ordinal))
                .Order(StringComparer.Ordinal));

    [Fact]
    public void A_message_leaves_no_place_open()
    {
        var findings = ReleaseChecks.Run(Subject() with
        {
            Texts = [English with
            {
                Language = "fr",
                Headline = new string('x', 80),
                Body = "XXX lundi 24 novembre 2026 ![](https://example.org/a.jpg) [a](http://example.org)"
            }],
            Contacts = [],
            Office = PortOfSpain with { Phone = null },
            Audience = 1000,
            UsualAudience = 1,
            MailSizes = new Dictionary<string, long> { ["fr"] = 200_000 },
        });

        Assert.True(findings.Count >= 8);
        foreach (var language in new[] { "en", "fr", "es" })
            Assert.All(findings, found => Assert.DoesNotContain('{', found.Message(language)));
    }

    private static IEnumerable<string> Ids(CheckSubject subject) => ReleaseChecks.Run(subject).Select(found => found.Id);

    private static IEnumerable<string> Acknowledgements(CheckSubject subject) =>
        ReleaseChecks.Run(subject).Select(found => found.Acknowledgement);

    private static Names Named(string english) => new([new("en", english)]);

    private static CheckSubject Subject() => new()
    {
        Release = new()
        {
            Id = "r",
            Office = "port-of-spain",
            PressOfficers = ["ana"],
            Audience = new() { Lists = ["press"] },
            OriginalLanguage = "en",
            CreatedBy = "ana",
            CreatedAt = Tuesday,
        },
        Texts = [English],
        Organisation = new()
        {
            Names = Named("Harbour Organisation"),
            Languages = ["en"],
            PostalAddress = "1 Harbour Road",
            Website = "https://example.org",
            SenderAddress = "press@example.org"
        },
        Office = PortOfSpain,
        Contacts = [new(Ana, PortOfSpain)],
        SendAt = Tuesday,
        Audience = 100,
    };
}
