using System.Text;
using Distribution.Mail.Dkim;
using Distribution.Mail.Smtp;
using Distribution.Testing;
using Distribution.Testing.Smtp;
using Distribution.Tests.Mail.Rendering;
using Distribution.Tests.Mail.Smtp;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using MimeKit;

namespace Distribution.Tests.Mail.Dkim;

public sealed class SignMailTests : IDisposable
{
    private readonly TestKey key = new();

    public static TheoryData<string> CoveredHeaders =>
    [
        "From", "Reply-To", "Subject", "Date", "To", "Message-Id", "MIME-Version", "Content-Type", "Content-Language",
        "List-Id", "List-Unsubscribe", "List-Unsubscribe-Post", "List-Help", "List-Owner", "List-Archive", "List-Post",
        "X-Auto-Response-Suppress",
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(SmtpExtensions.None)]
    [InlineData(SmtpExtensions.Usual)]
    [InlineData(SmtpExtensions.Usual | SmtpExtensions.Chunking | SmtpExtensions.SmtpUtf8)]
    public async Task A_mail_verifies_as_it_arrives_whatever_the_relay_offers(SmtpExtensions extensions)
    {
        var text = $"Première ligne \t\r\n.\r\n..\r\n\r\n  deux  blancs\r\n{new string('é', 1200)}\r\n\r\n\r\n";

        var mail = await ReceiveAsync(Letters.Write(text), extensions);

        Assert.True(key.Verifies(mail.Message));
        Assert.True(Ascii(mail));
    }

    [Fact]
    public async Task A_mail_to_an_international_address_verifies()
    {
        await using var server =
            ScriptedSmtpServer.Start(new SmtpServerSettings { Extensions = SmtpExtensions.Usual | SmtpExtensions.SmtpUtf8 });
        await using var transport = server.Transport(dkim: key.Options);
        MailboxAddress recipient = new("Zoë", "zoë@example.org");
        var message = Letters.Write();
        message.To.Add(recipient);

        Assert.IsType<SendResult.Accepted>(await transport.SendAsync(message, Letters.Press, recipient, Token));

        Assert.True(key.Verifies(Assert.Single(server.Mails).Message));
    }

    [Fact]
    public async Task Without_a_key_mails_are_not_signed()
    {
        await using var server = ScriptedSmtpServer.Start();
        await using var transport = server.Transport();

        await transport.SendAsync(Token);

        Assert.False(Assert.Single(server.Mails).Message.Headers.Contains(HeaderId.DkimSignature));
    }

    [Theory, MemberData(nameof(CoveredHeaders))]
    public async Task A_release_of_which_a_header_is_changed_or_lost_does_not_verify(string name)
    {
        var mail = await ReceiveAsync(Release());
        Assert.True(key.Verifies(mail.Message));

        Assert.False(key.Verifies(Changed(mail, line => IsHeader(line, name) ? line + " x" : line)));
        if (name != "MIME-Version") Assert.False(key.Verifies(Changed(mail, line => IsHeader(line, name) ? "X-" + line : line)));
    }

    [Fact]
    public async Task A_changed_body_does_not_verify()
    {
        var mail = await ReceiveAsync(Release());

        Assert.False(key.Verifies(Changed(mail, line => line.StartsWith("<p", StringComparison.Ordinal) ? line + "x" : line)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_second_From_does_not_verify(bool before)
    {
        var mail = await ReceiveAsync(Letters.Write());
        const string Added = "From: Somebody else <else@example.com>";

        Assert.False(
            key.Verifies(Changed(mail, line => !IsHeader(line, "From") ? line : before ? $"{Added}\r\n{line}" : $"{line}\r\n{Added}")));
    }

    [Fact]
    public async Task It_says_what_it_is_and_when_it_was_made()
    {
        FakeTimeProvider clock = new(new(2026, 3, 12, 14, 0, 30, TimeSpan.Zero));

        var tags = Tags((await ReceiveAsync(Release(), clock: clock)).Message);

        Assert.Equal(
            ("1", "rsa-sha256", "relaxed/relaxed", "example.org", TestKey.Selector),
            (tags["v"], tags["a"], tags["c"], tags["d"], tags["s"]));
        Assert.Equal($"{clock.GetUtcNow().ToUnixTimeSeconds()}", tags["t"]);
        Assert.Equal([.. CoveredHeaders.Select(row => row.Data.ToLowerInvariant()).Append("from").Order()], tags["h"].Split(':').Order());
        Assert.DoesNotContain("l", tags.Keys);
    }

    [Fact]
    public async Task Another_domain_than_the_senders_can_sign()
    {
        using TestKey other = new("mail.example.net");
        var options = other.Options;
        options.Domain = "mail.example.net";

        Assert.True(other.Verifies((await ReceiveAsync(Letters.Write(), dkim: options)).Message));
    }

    [Fact]
    public async Task The_senders_domain_signs_as_DNS_knows_it()
    {
        using TestKey international = new("xn--caf-dma.example.org");
        var message = Letters.Write();
        message.From.Clear();
        message.From.Add(new MailboxAddress("Press", "press@café.example.org"));

        Assert.True(international.Verifies((await ReceiveAsync(message, dkim: international.Options)).Message));
    }

    [Fact]
    public async Task A_mail_whose_connection_was_dead_is_signed_once()
    {
        await using var server = ScriptedSmtpServer.Start();
        await using var transport = server.Transport(dkim: key.Options);
        await using var connection = await transport.RentAsync(Token);
        await connection.SendAsync(Token);
        server.On(SmtpStep.Sender, SmtpAnswer.Drop);

        Assert.IsType<SendResult.Accepted>(await connection.SendAsync(Token));

        Assert.Equal(2, server.Connections);
        Assert.True(key.Verifies(server.Mails[^1].Message));
    }

    [Fact]
    public void Many_mails_at_a_time_are_signed_right()
    {
        using var sign = new SignMail(Options.Create(key.Options), TimeProvider.System);
        var mails = Enumerable.Range(0, 200).Select(number => Letters.Write($"Mail {number}")).ToList();

        Parallel.ForEach(mails, new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = Token }, mail =>
        {
            mail.Prepare(EncodingConstraint.SevenBit);
            sign.Run(FormatOptions.Default, mail);
        });

        Assert.All(mails, mail => Assert.True(key.Verifies(mail)));
    }

    public void Dispose() => key.Dispose();

    private static MimeMessage Release()
    {
        var mail = Rendered.NewRender().In(SampleData.Context, "fr").To(SampleData.Recipient("fr"));
        mail.From.Clear();
        mail.From.Add(Letters.Press);
        return mail;
    }

    private static bool Ascii(ReceivedMail mail) => mail.Content.Span.IndexOfAnyInRange((byte)128, (byte)255) < 0;

    private static bool IsHeader(string line, string name) => line.StartsWith($"{name}:", StringComparison.OrdinalIgnoreCase);

    /// <summary>The mail as it came, with some of its lines changed on the way.</summary>
    private static MimeMessage Changed(ReceivedMail mail, Func<string, string> change)
    {
        var lines = Encoding.ASCII.GetString(mail.Content.Span).Split("\r\n");
        var changed = lines.Select(change).ToArray();
        Assert.NotEqual(lines, changed);
        return MimeMessage.Load(new MemoryStream(Encoding.ASCII.GetBytes(string.Join("\r\n", changed))), Token);
    }

    private static Dictionary<string, string> Tags(MimeMessage mail) => mail.Headers[HeaderId.DkimSignature]!
        .Split(';')
        .Select(tag => tag.Split('=', 2))
        .ToDictionary(tag => tag[0].Trim(), tag => string.Concat(tag[1].Where(letter => !char.IsWhiteSpace(letter))));

    private async Task<ReceivedMail> ReceiveAsync(
        MimeMessage message, SmtpExtensions extensions = SmtpExtensions.Usual, DkimOptions? dkim = null, TimeProvider? clock = null)
    {
        await using var server = ScriptedSmtpServer.Start(new SmtpServerSettings { Extensions = extensions });
        await using var transport = server.Transport(clock: clock, dkim: dkim ?? key.Options);
        Assert.IsType<SendResult.Accepted>(await transport.SendAsync(message, Letters.Press, Letters.Rosa, Token));
        return Assert.Single(server.Mails);
    }
}
