using System.Net;
using Distribution.Publisher.Offices;
using Distribution.Releases.Drafts;
using Distribution.Testing;

namespace Distribution.Web.Tests.Releases.Newsroom;

public sealed class ReleasePageTests(Azurite azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("one-way-to-count-bleaching", "en", "ltr", "Kingston –", "For more information, please contact")]
    [InlineData("mesurer-le-blanchissement", "fr", "ltr", "Kingston, 12 mars –", "Pour plus d’informations, veuillez contacter")]
    [InlineData("ar-coral-bleaching", "ar", "rtl", "كينغستون –", "لمزيد من المعلومات، يُرجى الاتصال بـ")]
    public async Task A_release_is_a_page_in_each_of_its_languages(
        string slug, string language, string direction, string opening, string contact)
    {
        await using var room = await PressRoom.OpenAsync(azurite);
        await room.AddAsync(SampleData.Release, SampleData.Context.Translations);
        var text = SampleData.Context.Translations.First(text => text.Language == language);

        var page = await room.ReadAsync($"/releases/{slug}");

        Assert.Contains(
            $">{text.Headline}</h1>",
            await (await room.GetAsync($"/releases/{slug}")).Content.ReadAsStringAsync(Cancellation),
            StringComparison.Ordinal);
        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(direction, page.DocumentElement.GetAttribute("dir"));
        Assert.Equal(text.Headline, page.QuerySelector("h1")!.TextContent);
        Assert.StartsWith(opening, page.QuerySelector(".body p")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(contact, page.QuerySelector(".contact h2")!.TextContent);
        Assert.Equal("+1 868-555-0142", page.QuerySelector(".contact a[href='tel:+18685550142']")!.TextContent);
        Assert.Contains(
            SampleData.Organisation.Boilerplate.In(language)[..30], page.QuerySelector(".about")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/releases/one-way-to-count-bleaching", "Out of hours:")]
    [InlineData("/releases/mesurer-le-blanchissement", "En dehors des heures de bureau\u00a0:")]
    [InlineData("/releases/ar-coral-bleaching", "خارج أوقات الدوام:")]
    [InlineData("/", null)]
    [InlineData("/en", null)]
    [InlineData("/feed.atom", null)]
    [InlineData("/en/feed.atom", null)]
    public async Task A_number_for_mails_only_is_nowhere_on_the_web_and_one_for_out_of_hours_says_so(string path, string? label)
    {
        PressOfficerPhone Number(string last, PressOfficerPhoneKind kind, PhoneVisibility visibility) =>
            new() { Number = $"+1868555014{last}", Kind = kind, Visibility = visibility };
        await using var room = await PressRoom.OpenAsync(azurite, SampleData.Maelle with
        {
            Phones =
            [
                Number("2", PressOfficerPhoneKind.Desk, PhoneVisibility.Web),
                Number("3", PressOfficerPhoneKind.Mobile, PhoneVisibility.MailOnly),
                Number("4", PressOfficerPhoneKind.OutOfHours, PhoneVisibility.Web),
                Number("5", PressOfficerPhoneKind.OutOfHours, PhoneVisibility.MailOnly),
            ],
        });
        await room.AddAsync(SampleData.Release, SampleData.Context.Translations);

        var text = await (await room.GetAsync(path)).Content.ReadAsStringAsync(Cancellation);

        Assert.DoesNotMatch("555-?014[35]", text);
        if (label is null) return;
        var page = PressRoom.Parse(text);
        Assert.Equal(
            ["tel:+18685550142", "tel:+18685550144"],
            page.QuerySelectorAll(".contact a[href^='tel:']").Select(link => link.GetAttribute("href")));
        Assert.StartsWith(
            label, page.QuerySelector(".contact a[href='tel:+18685550144']")!.ParentElement!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_names_itself_and_its_translations_at_the_public_address()
    {
        await using var room = await PressRoom.OpenAsync(azurite);
        await room.AddAsync(SampleData.Release, SampleData.English, SampleData.French);

        var page = await room.ReadAsync("/releases/mesurer-le-blanchissement");

        Assert.Equal(
            "https://press.example.org/releases/mesurer-le-blanchissement",
            page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal(
            [
                "en https://press.example.org/releases/one-way-to-count-bleaching",
                "fr https://press.example.org/releases/mesurer-le-blanchissement"
            ],
            page.QuerySelectorAll("link[rel=alternate][hreflang]")
                .Select(link => $"{link.GetAttribute("hreflang")} {link.GetAttribute("href")}"));
        Assert.Equal(
            ["/releases/one-way-to-count-bleaching"], page.QuerySelectorAll("a[hreflang=en]").Select(link => link.GetAttribute("href")));
        Assert.Equal("English", page.QuerySelector("a[hreflang=en]")!.TextContent);
    }

    [Theory]
    [InlineData(ReleaseState.Draft, HttpStatusCode.NotFound)]
    [InlineData(ReleaseState.Scheduled, HttpStatusCode.NotFound)]
    [InlineData(ReleaseState.Dispatching, HttpStatusCode.OK)]
    [InlineData(ReleaseState.Released, HttpStatusCode.OK)]
    public async Task A_release_is_visible_nowhere_before_its_time(ReleaseState state, HttpStatusCode expected)
    {
        await using var room = await PressRoom.OpenAsync(azurite);
        await room.AddAsync(SampleData.Release with { State = state }, SampleData.English);

        Assert.Equal(expected, (await room.GetAsync("/releases/one-way-to-count-bleaching")).StatusCode);
        foreach (var path in new[] { "/", "/en", "/feed.atom", "/en/feed.atom" })
        {
            var shown = (await (await room.GetAsync(path)).Content.ReadAsStringAsync(Cancellation)).Contains(
                "island states", StringComparison.Ordinal);
            Assert.Equal(expected == HttpStatusCode.OK, shown);
        }
    }

    [Theory]
    [InlineData("/releases/no-such-release")]
    [InlineData("/releases/No%20Such%23Release%3F")]
    [InlineData("/releases/a%2Fb")]
    [InlineData("/releases/%01")]
    [InlineData("/releases/'%20or%201%20eq%201")]
    [InlineData("/de")]
    [InlineData("/de/feed.atom")]
    public async Task An_unknown_address_is_a_page_that_says_so_and_that_nobody_keeps(string path)
    {
        await using var room = await PressRoom.OpenAsync(azurite);

        var answer = await room.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(
            "There is no page at this address",
            PressRoom.Parse(await answer.Content.ReadAsStringAsync(Cancellation)).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task A_page_that_has_not_changed_is_not_sent_again()
    {
        await using var room = await PressRoom.OpenAsync(azurite);
        await room.AddAsync(SampleData.Release, SampleData.English);
        var first = await room.GetAsync("/releases/one-way-to-count-bleaching");

        using HttpRequestMessage again = new(HttpMethod.Get, "/releases/one-way-to-count-bleaching");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        var second = await room.App.Anonymous.SendAsync(again, Cancellation);

        Assert.Equal(TimeSpan.FromMinutes(1), first.Headers.CacheControl!.MaxAge);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Fact]
    public async Task A_reader_of_a_release_finds_how_to_get_the_next_one()
    {
        await using var room = await PressRoom.OpenAsync(azurite);
        await room.AddAsync(SampleData.Release, SampleData.English, SampleData.French);

        var page = await room.ReadAsync($"/releases/{SampleData.French.Slug}");

        Assert.Equal(
            ["/fr/subscribe", "/fr/feed.atom"], page.QuerySelectorAll(".follow a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task What_authors_write_is_text_on_the_page_and_nothing_else()
    {
        const string Evil = "<script>alert(1)</script>\"><img src=x onerror=alert(1)>";
        await using var room = await PressRoom.OpenAsync(azurite);
        await room.AddAsync(
            SampleData.Release,
            SampleData.English with
            {
                Headline = Evil,
                Subheading = Evil,
                Dateline = Evil,
                Summary = Evil,
                Body = $"{Evil}\n\n[x](javascript:alert(1))"
            });

        var page = await room.ReadAsync("/releases/one-way-to-count-bleaching");

        Assert.Equal(Evil, page.QuerySelector("h1")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("script, img, [onerror], a[href^=javascript]"));
    }

    [Fact]
    public async Task The_page_keeps_to_the_content_security_policy()
    {
        await using var room = await PressRoom.OpenAsync(azurite);
        await room.AddAsync(SampleData.Release, SampleData.English);
        var answer = await room.GetAsync("/releases/one-way-to-count-bleaching");
        var page = PressRoom.Parse(await answer.Content.ReadAsStringAsync(Cancellation));

        Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("script, style, [style], iframe, object"));
        Assert.All(
            page.QuerySelectorAll("link[rel=stylesheet]"),
            link => Assert.StartsWith("/assets/", link.GetAttribute("href"), StringComparison.Ordinal));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task An_image_in_the_text_is_shown_with_its_alt_text_and_the_policy_lets_in_its_site_and_no_other()
    {
        await using var room = await PressRoom.OpenAsync(azurite);
        await room.AddAsync(SampleData.Release, SampleData.English with
        {
            Body = "Divers met.\n\n![A diver](https://images.example.org:8443/a.jpg) ![Insecure](http://other.example.org/b.jpg)"
        });

        var answer = await room.GetAsync("/releases/one-way-to-count-bleaching");
        var image = Assert.Single(PressRoom.Parse(await answer.Content.ReadAsStringAsync(Cancellation)).QuerySelectorAll("img"));

        Assert.Equal("A diver", image.GetAttribute("alt"));
        Assert.Contains(
            "; img-src 'self' https://images.example.org:8443; ",
            answer.Headers.GetValues("Content-Security-Policy").Single(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_outline_and_landmarks_lead_a_screen_reader_through()
    {
        await using var room = await PressRoom.OpenAsync(azurite);
        await room.AddAsync(SampleData.Release, SampleData.English, SampleData.French);

        var page = await room.ReadAsync("/releases/one-way-to-count-bleaching");

        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Single(page.QuerySelectorAll("main"));
        Assert.NotNull(page.QuerySelector("a.skip[href='#content']"));
        Assert.NotNull(page.QuerySelector("main#content"));
        Assert.All(page.QuerySelectorAll("nav"), nav => Assert.NotEmpty(nav.GetAttribute("aria-label")!));
        Assert.Equal("fr", page.QuerySelector("a[hreflang=fr]")!.GetAttribute("lang"));
        Assert.Equal("2026-03-12T10:00:00-04:00", page.QuerySelector("time")!.GetAttribute("datetime"));
        Assert.Equal("12 March 2026", page.QuerySelector("time")!.TextContent);
    }

    [Fact]
    public async Task A_head_request_gets_the_headers_alone()
    {
        await using var room = await PressRoom.OpenAsync(azurite);
        await room.AddAsync(SampleData.Release, SampleData.English);

        var answer = await room.App.Anonymous.SendAsync(new(HttpMethod.Head, "/releases/one-way-to-count-bleaching"), Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotNull(answer.Headers.ETag);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(Cancellation));
    }
}
