using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace Distribution.Testing.Smtp;

/// <summary>
/// A real SMTP server on a free loopback port that says yes to everything, unless a test scripts it:
/// <code>
/// await using var server = ScriptedSmtpServer.Start();
/// server.On(SmtpStep.Recipient, SmtpAnswer.Say(450, "4.2.1 greylisted"));              // once, then yes again
/// server.On(SmtpStep.Recipient, turn =&gt; turn.Recipient == "a@example.org" ? SmtpAnswer.Say(550, "5.1.1 unknown") : null);
/// </code>
/// </summary>
public sealed class ScriptedSmtpServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource closing = new();
    private readonly ConcurrentDictionary<int, Task> sessions = new();
    private readonly ConcurrentDictionary<SmtpStep, ConcurrentQueue<SmtpAnswer>> answers = new();
    private readonly ConcurrentDictionary<SmtpStep, Func<SmtpExchange, SmtpAnswer?>> rules = new();
    private readonly ConcurrentQueue<ReceivedMail> mails = new();
    private readonly ConcurrentQueue<string> commands = new();
    private readonly SemaphoreSlim arrived = new(0);
    private readonly Task accepting;
    private int connections;
    private int open;
    private int mostOpen;

    private ScriptedSmtpServer(SmtpServerSettings settings)
    {
        Settings = settings;
        listener.Start();
        accepting = AcceptAsync();
    }

    public static string Host => "127.0.0.1";

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public X509Certificate2? Certificate => Settings.Certificate;

    /// <summary>The mails taken so far, in order.</summary>
    public IReadOnlyList<ReceivedMail> Mails => [.. mails];

    /// <summary>Every line a client sent outside of a body, in order.</summary>
    public IReadOnlyList<string> Commands => [.. commands];

    /// <summary>How many connections were ever made.</summary>
    public int Connections => Volatile.Read(ref connections);

    /// <summary>How many connections are open now.</summary>
    public int Open => Volatile.Read(ref open);

    /// <summary>The largest number of connections that were open at one time.</summary>
    public int MostOpen => Volatile.Read(ref mostOpen);

    internal SmtpServerSettings Settings { get; }

    public static ScriptedSmtpServer Start() => new(new SmtpServerSettings());

    public static ScriptedSmtpServer Start(SmtpServerSettings settings) => new(settings);

    /// <summary>Gives these answers at the step, one after the other, before it says yes again.</summary>
    public void On(SmtpStep step, params ReadOnlySpan<SmtpAnswer> next)
    {
        var queue = answers.GetOrAdd(step, _ => new ConcurrentQueue<SmtpAnswer>());
        foreach (var answer in next)
        {
            queue.Enqueue(answer);
        }
    }

    /// <summary>Asks the rule at each such step from now on; null means yes.</summary>
    public void On(SmtpStep step, Func<SmtpExchange, SmtpAnswer?> rule) => rules[step] = rule;

    /// <summary>Waits until so many mails have been taken in all.</summary>
    public async Task<IReadOnlyList<ReceivedMail>> WaitForMailsAsync(int count, CancellationToken cancellationToken)
    {
        while (mails.Count < count)
        {
            await arrived.WaitAsync(cancellationToken);
        }

        return Mails;
    }

    /// <summary>Waits until every connection made so far has been closed.</summary>
    public Task WaitUntilClosedAsync(CancellationToken cancellationToken) => Task.WhenAll(sessions.Values).WaitAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await accepting;
        listener.Dispose();
        await Task.WhenAll(sessions.Values);
        Settings.Certificate?.Dispose();
        closing.Dispose();
        arrived.Dispose();
    }

    internal SmtpAnswer? AnswerTo(SmtpExchange exchange) =>
        answers.TryGetValue(exchange.Step, out var queue) && queue.TryDequeue(out var answer) ? answer
        : rules.TryGetValue(exchange.Step, out var rule) ? rule(exchange)
        : null;

    internal void Heard(string command) => commands.Enqueue(command);

    internal void Take(ReceivedMail mail)
    {
        mails.Enqueue(mail);
        arrived.Release();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(closing.Token);
                var number = Interlocked.Increment(ref connections);
                sessions[number] = ServeAsync(client, number);
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client, int number)
    {
        NoteOpened();
        try
        {
            client.NoDelay = true;
            await using var session = new SmtpSession(this, client.GetStream(), number);
            await session.RunAsync(closing.Token);
        }
        catch (Exception end) when (end is OperationCanceledException
            or IOException
            or System.Security.Authentication.AuthenticationException)
        {
            // The client left, or the test is over.
        }
        finally
        {
            client.Dispose();
            Interlocked.Decrement(ref open);
        }
    }

    private void NoteOpened()
    {
        var now = Interlocked.Increment(ref open);
        int most;
        while ((most = Volatile.Read(ref mostOpen)) < now && Interlocked.CompareExchange(ref mostOpen, now, most) != most)
        {
        }
    }
}
