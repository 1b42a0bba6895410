using Distribution.Mail.Outbox;
using Distribution.Testing;
using Distribution.Testing.Smtp;
using MimeKit;

namespace Distribution.Tests.Mail.Dkim;

public sealed class SignedMailsTests(Azurite azurite)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Releases_and_mails_of_the_outbox_are_signed_by_the_settings()
    {
        using TestKey key = new("harbour.example.org");
        await using var desk = await DispatchHost.OpenAsync(
            azurite, Token, ("Dkim:Selector", TestKey.Selector), ("Dkim:PrivateKey", key.Pkcs8.ReplaceLineEndings("\\n")));
        await desk.AddListAsync("press", Token);
        await desk.SubscribeAsync("press", "rosa@example.org", Token);
        await desk.ScheduleAsync(["press"], Token);
        await desk.Get<PostMail>().RunAsync(
            new()
            {
                Id = "notice",
                To = "ana@example.org",
                Name = "Ana",
                Subject = "Été",
                Text = "Déjà vu\n",
                Language = "fr",
                CreatedAt = desk.Clock.GetUtcNow()
            }, Token);

        await desk.RunAsync(Token);

        var mails = desk.Relay.Mails.ToDictionary(mail => mail.Recipient, mail => mail.Message);
        Assert.True(key.Verifies(mails["rosa@example.org"]));
        Assert.True(key.Verifies(mails["ana@example.org"]));
        Assert.Contains("list-unsubscribe-post", mails["rosa@example.org"].Headers[HeaderId.DkimSignature], StringComparison.Ordinal);
    }
}
