using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Distribution.Platform.Jobs;
using Distribution.Readers.Unsubscribe;
using Distribution.Testing;
using Distribution.Testing.Imap;
using MailKit.Security;

namespace Distribution.Tests.Readers.Unsubscribe;

/// <summary>Faults of the mailbox: each is shown in the status, and the next run tries again.</summary>
public sealed class UnsubscribeMailboxFaultTests(Azurite azurite)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Where_no_mailbox_is_set_up_nothing_runs_and_no_mail_offers_it()
    {
        await using var desk = await DispatchHost.OpenAsync(azurite, Token);
        await desk.AddListAsync("press", Token);
        await desk.SubscribeAsync("press", "rosa@example.org", Token);
        await desk.ScheduleAsync(["press"], Token);
        await desk.RunAsync(Token);

        await desk.Get<ReadUnsubscribeMails>().RunAsync(Token);

        Assert.Null(await desk.Get<JobRuns>().FindAsync(ReadUnsubscribeMails.Name, Token));
        Assert.DoesNotContain("mailto", Assert.Single(desk.Relay.Mails).Message.Headers["List-Unsubscribe"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_away_is_tried_again_at_the_next_run()
    {
        var mailbox = await Dovecot.StartAsync(Token);
        var settings = mailbox.Settings;
        await mailbox.DisposeAsync();
        await using var desk = await DispatchHost.OpenAsync(azurite, Token, settings);

        await Assert.ThrowsAsync<SocketException>(() => desk.Get<ReadUnsubscribeMails>().RunAsync(Token));

        Assert.Equal(nameof(SocketException), await FailureAsync(desk));
    }

    [Fact]
    public async Task A_server_that_says_nothing_is_given_up_after_a_minute()
    {
        using TcpListener silent = new(IPAddress.Loopback, 0);
        silent.Start();
        await using var desk = await DispatchHost.OpenAsync(azurite, Token, Settings(((IPEndPoint)silent.LocalEndpoint).Port));
        var running = desk.Get<ReadUnsubscribeMails>().RunAsync(Token);
        using var connection = await silent.AcceptTcpClientAsync(Token);

        desk.Clock.Advance(TimeSpan.FromSeconds(59));
        Assert.False(running.IsCompleted);
        desk.Clock.Advance(TimeSpan.FromSeconds(1));

        await Assert.ThrowsAsync<TimeoutException>(() => running);
        Assert.Equal(nameof(TimeoutException), await FailureAsync(desk));
    }

    [Fact]
    public async Task A_wrong_password_is_told_and_not_repeated()
    {
        await using var mailbox = await Dovecot.StartAsync(Token);
        await using var desk = await DispatchHost.OpenAsync(azurite, Token, [.. mailbox.Settings, ("Unsubscribe:Password", "wrong-horse")]);

        var refusal = await Assert.ThrowsAsync<AuthenticationException>(() => desk.Get<ReadUnsubscribeMails>().RunAsync(Token));

        Assert.Equal(nameof(AuthenticationException), await FailureAsync(desk));
        Assert.StartsWith("The mailbox of Unsubscribe:User refused the login", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong-horse", refusal.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Tls")]
    [InlineData("StartTls")]
    public async Task The_mailbox_is_read_encrypted_when_the_certificate_is_the_one_named(string security)
    {
        await using var mailbox = await Dovecot.StartAsync(Token);
        (string, string?)[] encrypted = [("Unsubscribe:Security", security), ("Unsubscribe:Port", $"{(security == "Tls" ? mailbox.TlsPort : mailbox.Port)}")];
        await using var desk = await DispatchHost.OpenAsync(
            azurite, Token, [.. mailbox.Settings, .. encrypted, ("Unsubscribe:Fingerprint", mailbox.Certificate.GetCertHashString(HashAlgorithmName.SHA256))]);
        await mailbox.PutAsync("nothing", Token);

        await desk.Get<ReadUnsubscribeMails>().RunAsync(Token);
        Assert.Equal((1, 0), await mailbox.CountAsync("INBOX", Token));

        await using var stranger = desk.Another(("Unsubscribe:Fingerprint", new string('0', 64)));
        await Assert.ThrowsAsync<SslHandshakeException>(() => stranger.Get<ReadUnsubscribeMails>().RunAsync(Token));
    }

    [Fact]
    public async Task A_folder_of_another_name_is_read_and_one_that_is_not_there_is_told()
    {
        await using var mailbox = await Dovecot.StartAsync(Token);
        await using var desk = await DispatchHost.OpenAsync(azurite, Token, [.. mailbox.Settings, ("Unsubscribe:ProcessedFolder", "Done")]);
        await desk.Get<ReadUnsubscribeMails>().RunAsync(Token);
        await using var other = desk.Another(("Unsubscribe:Folder", "Done"), ("Unsubscribe:ProcessedFolder", "Processed"));
        await other.Get<ReadUnsubscribeMails>().RunAsync(Token);
        await using var wrong = desk.Another(("Unsubscribe:Folder", "Nowhere"));

        await Assert.ThrowsAsync<MailKit.FolderNotFoundException>(() => wrong.Get<ReadUnsubscribeMails>().RunAsync(Token));
    }

    private static (string Key, string? Value)[] Settings(int port) =>
    [
        ("Unsubscribe:Address", "leave@harbour.example.org"), ("Unsubscribe:Host", "127.0.0.1"), ("Unsubscribe:Port", $"{port}"), ("Unsubscribe:Security", "None"),
        ("Unsubscribe:User", "unsubscribe"), ("Unsubscribe:Password", "correct-horse"),
    ];

    private static async Task<string?> FailureAsync(DispatchHost desk) => (await desk.Get<JobRuns>().FindAsync(ReadUnsubscribeMails.Name, Token))!.Failure;
}
