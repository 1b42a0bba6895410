using Distribution.Mail.Dkim;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Distribution.Mail.Smtp;

/// <summary>Hands mails to the relay over a limited number of connections, which are kept for a while.</summary>
public sealed partial class SmtpTransport : IAsyncDisposable
{
    private readonly MailOptions options;
    private readonly SmtpLogin login;
    private readonly SignMail sign;
    private readonly TimeProvider clock;
    private readonly ILogger<SmtpTransport> logger;
    private readonly SemaphoreSlim slots;
    private readonly Stack<SmtpLink> idle = new();
    private readonly ITimer sweeper;
    private readonly Lock doubting = new();
    private RelayDoubt doubt = RelayDoubt.None;
    private int links;
    private bool disposed;

    internal SmtpTransport(IOptions<MailOptions> options, SmtpLogin login, SignMail sign, TimeProvider clock, ILogger<SmtpTransport> logger)
    {
        (this.options, this.login, this.sign, this.clock, this.logger) = (options.Value, login, sign, clock, logger);
        slots = new SemaphoreSlim(this.options.Connections);
        sweeper = clock.CreateTimer(_ => Sweep(), null, MaximumRest, MaximumRest);
    }

    private TimeSpan MaximumRest => TimeSpan.FromSeconds(options.IdleSeconds);

    /// <summary>Lends a connection for a group of mails, waiting until one is free. Nothing is opened before the first mail.</summary>
    public async Task<SmtpConnection> RentAsync(CancellationToken cancellationToken)
    {
        await slots.WaitAsync(cancellationToken);
        return new SmtpConnection(this);
    }

    /// <inheritdoc cref="SmtpConnection.SendAsync"/>
    public async Task<SendResult> SendAsync(
        MimeMessage message, MailboxAddress sender, MailboxAddress recipient, CancellationToken cancellationToken)
    {
        await using var connection = await RentAsync(cancellationToken);
        return await connection.SendAsync(message, sender, recipient, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        lock (idle) disposed = true;
        await sweeper.DisposeAsync();
        await CloseAsync(Remove(_ => true));
    }

    internal SmtpLink NewLink(bool international) => new(options, login, sign, clock, Interlocked.Increment(ref links), international);

    /// <summary>The link that was used last and is alive; the dead ones before it are thrown away.</summary>
    internal async Task<SmtpLink?> TakeIdleAsync(bool international)
    {
        while (Pop() is { } link)
        {
            if (link.IsUsable && link.IsInternational == international && !link.HasRested(MaximumRest)) return link;
            LogDropped(link.Name);
            await link.DisposeAsync();
        }

        return null;
    }

    internal async Task ReturnAsync(SmtpLink? link)
    {
        try
        {
            if (link is not null && !Keep(link)) await link.DisposeAsync();
        }
        finally
        {
            slots.Release();
        }
    }

    /// <summary>An answer in the light of those that other recipients got, on whatever connection.</summary>
    internal SendResult Weigh(MailboxAddress recipient, SendResult result)
    {
        lock (doubting)
        {
            (doubt, var weighed) = doubt.After(recipient.Address, result);
            return weighed;
        }
    }

    internal void Note(SmtpLink link, SendResult? failure)
    {
        if (failure is null) LogOpened(link.Name);
        else LogFailed(link.Name, failure.GetType().Name, failure.Reply);
    }

    private SmtpLink? Pop()
    {
        lock (idle) return idle.TryPop(out var link) ? link : null;
    }

    private bool Keep(SmtpLink link)
    {
        if (!link.IsUsable) return false;
        link.Rest();
        lock (idle)
        {
            if (disposed) return false;
            idle.Push(link);
            return true;
        }
    }

    private List<SmtpLink> Remove(Func<SmtpLink, bool> condition)
    {
        lock (idle)
        {
            var links = idle.ToArray();
            idle.Clear();
            foreach (var link in links.Where(link => !condition(link)).Reverse()) idle.Push(link);
            return [.. links.Where(condition)];
        }
    }

    private void Sweep() => _ = CloseAsync(Remove(link => link.HasRested(MaximumRest)));

    private static Task CloseAsync(List<SmtpLink> links) => Task.WhenAll(links.Select(link => link.DisposeAsync().AsTask()));

    [LoggerMessage(LogLevel.Debug, "Connected to the relay as {Link}")]
    private partial void LogOpened(string link);

    [LoggerMessage(LogLevel.Warning, "No connection {Link} to the relay, {Result}: {Reply}")]
    private partial void LogFailed(string link, string result, SmtpReply reply);

    [LoggerMessage(LogLevel.Debug, "Dropped the unused connection {Link}")]
    private partial void LogDropped(string link);
}
