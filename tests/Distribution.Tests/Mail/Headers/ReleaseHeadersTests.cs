using Distribution.Platform.Languages;
using Distribution.Testing;
using Distribution.Tests.Mail.Rendering;

namespace Distribution.Tests.Mail.Headers;

public sealed class ReleaseHeadersTests
{
    [Fact]
    public void A_mail_has_exactly_these_headers()
    {
        var mail = Rendered.In("fr");

        Assert.Equal(
            new Dictionary<string, string>
            {
                ["From"] = "Fonds caribéen des récifs Port-d’Espagne <press@reefs.example.org>",
                ["Reply-To"] = "Fonds caribéen des récifs Port-d’Espagne <portofspain@reefs.example.org>",
                ["Subject"] = "Quatre États insulaires s’accordent sur une façon de mesurer le blanchissement",
                ["Content-Language"] = "fr",
                ["List-Help"] = "<https://news.reefs.example.org/fr>",
                ["List-Owner"] = "<mailto:portofspain@reefs.example.org>",
                ["List-Archive"] = "<https://news.reefs.example.org/fr>",
                ["List-Post"] = "NO",
                ["Message-Id"] = "<0a1b2c.d4e5f6@mail.reefs.example.org>",
                ["Date"] = "Thu, 12 Mar 2026 14:00:30 +0000",
                ["To"] = "Rosa Núñez <rosa@paper.example.com>",
                ["List-Id"] = "Presse des Caraïbes <caribbean-press.lists.news.reefs.example.org>",
                ["List-Unsubscribe"] = $"<https://news.reefs.example.org/unsubscribe/{new string('t', 72)}>",
                ["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click",
                ["MIME-Version"] = "1.0",
                ["X-Auto-Response-Suppress"] = "OOF, AutoReply",
            },
            mail.Message.Headers.Concat(mail.Message.Body!.Headers)
                .Where(header => header.Field != "Content-Type")
                .ToDictionary(header => header.Field, header => header.Value.Replace('\t', ' ')));
    }

    [Fact]
    public void Addresses_of_the_list_headers_stand_whole_on_one_line()
    {
        var raw = Rendered.In("en").Raw;

        Assert.Contains(
            $"\r\nList-Unsubscribe: <https://news.reefs.example.org/unsubscribe/{new string('t', 72)}>\r\n", raw, StringComparison.Ordinal);
        Assert.Contains("\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n", raw, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("agencies", "News agencies <agencies.lists.news.reefs.example.org>")]
    [InlineData("caribbean-press", "Caribbean press <caribbean-press.lists.news.reefs.example.org>")]
    public void The_list_id_is_that_of_the_readers_first_list(string list, string expected) =>
        Assert.Equal(expected, Rendered.In("en", SampleData.Context, SampleData.Recipient("en") with { Lists = [list] }).Header("List-Id"));

    [Fact]
    public void A_recipient_on_none_of_the_lists_gets_no_list_id() =>
        Assert.Null(Rendered.In("en", SampleData.Context, SampleData.Recipient("en") with { Lists = [] }).Header("List-Id"));

    [Theory]
    [InlineData("\r\nBcc: everyone@example.org\r\n\r\n<script>")]
    [InlineData("\nBcc: everyone@example.org")]
    [InlineData("\rBcc: everyone@example.org")]
    [InlineData("\u2028Bcc: everyone@example.org\u0085\0")]
    [InlineData("> <other@example.org>, \"Third\" <third@example.org>;")]
    [InlineData("=?utf-8?q?=0d=0aBcc:_everyone@example.org?=")]
    public void No_field_can_add_a_header_or_an_address(string evil)
    {
        var names = new Names([new("en", "Name" + evil)]);
        var context = SampleData.Context with
        {
            Organisation = SampleData.Organisation with { Names = names, PostalAddress = evil },
            Office = SampleData.Office with { Names = names },
            Translations = [SampleData.English with { Headline = "Headline" + evil, Subheading = evil, Dateline = evil }],
            Lists = SampleData.Lists.ToDictionary(list => list.Key, list => list.Value with { Names = names }),
            Contacts =
            [
                new(SampleData.Maelle with
                {
                    Name = evil,
                    Title = names,
                    Email = $"maelle@example.org{evil}",
                    Phones = [new() { Number = evil }]
                }, SampleData.Office with { Names = names }),
            ],
        };
        var mail = Rendered.In("en", context, SampleData.Recipient("en") with { Name = "Rosa" + evil });

        Assert.Equal(Rendered.In("en").Message.Headers.Select(header => header.Field), mail.Message.Headers.Select(header => header.Field));
        Assert.Equal(["press@reefs.example.org"], mail.Message.From.Mailboxes.Select(mailbox => mailbox.Address));
        Assert.Equal(["portofspain@reefs.example.org"], mail.Message.ReplyTo.Mailboxes.Select(mailbox => mailbox.Address));
        Assert.Equal(["rosa@paper.example.com"], mail.Message.To.Mailboxes.Select(mailbox => mailbox.Address));
        Assert.StartsWith("Headline", mail.Message.Subject, StringComparison.Ordinal);
        Assert.EndsWith("<caribbean-press.lists.news.reefs.example.org>", mail.Header("List-Id"), StringComparison.Ordinal);
        Assert.Empty(mail.Html.QuerySelectorAll("script"));
    }

    [Theory]
    [InlineData("word ", 400)]
    [InlineData("mot-é ", 400)]
    [InlineData("x", 3000)]
    [InlineData("خبر ", 400)]
    public void Very_long_headlines_and_names_arrive_whole_on_lawful_lines(string word, int times)
    {
        var text = string.Concat(Enumerable.Repeat(word, times)).Trim();
        var context = SampleData.Context with
        {
            Organisation = SampleData.Organisation with { Names = new([new("en", text)]) },
            Translations = [SampleData.English with { Headline = text }],
        };
        var mail = Rendered.In("en", context, SampleData.Recipient("en") with { Name = text });

        Assert.Equal(text, mail.Message.Subject);
        Assert.Equal(text, mail.Message.To.Mailboxes.Single().Name);
        Assert.Equal($"{text} Port of Spain", mail.Message.From.Mailboxes.Single().Name);
        Assert.Equal(text, mail.Html.QuerySelector("h1")!.TextContent);
        Assert.All(mail.Raw.Split("\r\n"), line => Assert.InRange(line.Length, 0, 998));
    }

    [Theory]
    [InlineData("Núñez, Rosa \"Rosi\" (El País)")]
    [InlineData("rosa@paper.example.com")]
    [InlineData("")]
    [InlineData("👩🏽‍💻 Rosa")]
    public void A_name_arrives_as_it_is_written(string name)
    {
        var to = Rendered.In("en", SampleData.Context, SampleData.Recipient("en") with { Name = name }).Message.To.Mailboxes.Single();

        Assert.Equal(name, to.Name ?? "");
        Assert.Equal("rosa@paper.example.com", to.Address);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Rosa Diaz")]
    [InlineData("Rosa Díaz")]
    public void An_address_in_other_letters_arrives_as_it_is_written(string name)
    {
        var recipient = SampleData.Recipient("en") with { Name = name, Address = "josé@paper.example.com" };

        var to = Rendered.NewRender().In(SampleData.Context, "en").To(recipient).To.Mailboxes.Single();

        Assert.Equal((name, "josé@paper.example.com"), (to.Name ?? "", to.Address));
    }
}
