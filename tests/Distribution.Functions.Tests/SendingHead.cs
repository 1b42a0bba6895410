using Distribution.Testing;
using Distribution.Testing.Functions;
using Distribution.Testing.Smtp;

namespace Distribution.Functions.Tests;

/// <summary>A head that may mail everybody, on tables of its own, with the inbox of all whom it mails.</summary>
public sealed class SendingHead(HeadFixture fixture) : IAsyncLifetime
{
    private HeadQueues queues = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public FunctionsHost Host { get; private set; } = null!;

    public ScriptedSmtpServer Inbox { get; } = ScriptedSmtpServer.Start();

    public HttpClient Administrator { get; private set; } = null!;

    public HttpClient Anonymous { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Dictionary<string, string?> settings = new(FunctionsHost.Settings(fixture.Azurite)) { ["Mail:Port"] = $"{Inbox.Port}", ["Mail:Recipients"] = "*" };
        Host = await FunctionsHost.StartAsync(FunctionsHost.Head, settings, Token);
        (queues, Administrator, Anonymous) = (new(Host, settings), Host.Client(HttpHost.AdministratorKey), Host.Client());
        await HeadFixture.FillAsync(Administrator);
    }

    /// <summary>Lets queue triggers run until a mail with the subject has come; the test's time limit ends a vain wait.</summary>
    public async Task<ReceivedMail> ReceiveAsync(Func<ReceivedMail, bool> isWanted)
    {
        await RunUntilAsync(() => Task.FromResult(Inbox.Mails.Any(isWanted)));
        return Inbox.Mails.Single(isWanted);
    }

    public Task RunUntilAsync(Func<Task<bool>> isEnough) => queues.RunUntilAsync(isEnough, Token);

    public async ValueTask DisposeAsync()
    {
        if (Host is not null) await Host.DisposeAsync();
        await Inbox.DisposeAsync();
    }
}
