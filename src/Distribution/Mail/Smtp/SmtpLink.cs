using System.Net.Sockets;
using System.Security.Cryptography;
using Distribution.Mail.Dkim;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Distribution.Mail.Smtp;

/// <summary>One TCP connection to the relay, from its greeting to QUIT. Not for two callers at a time.</summary>
internal sealed class SmtpLink : IAsyncDisposable
{
    private static readonly TimeSpan PatienceForGoodbye = TimeSpan.FromSeconds(5);
    private static readonly FormatOptions Usual = FormatOptions.Default;
    private static readonly FormatOptions International = new() { International = true };

    private readonly MailOptions options;
    private readonly SmtpLogin login;
    private readonly TimeProvider clock;
    private readonly RelayClient client;
    private PatientStream? stream;
    private long idleSince;
    private int attempts;

    public SmtpLink(MailOptions options, SmtpLogin login, SignMail sign, TimeProvider clock, int number, bool international)
    {
        (this.options, this.login, this.clock) = (options, login, clock);
        client = new RelayClient(new ReplyLog(), sign);
        IsInternational = international;
        Name = $"{options.Host}:{options.Port}/{number}";
        client.LocalDomain = options.Name;
        if (options.Fingerprint is { Length: > 0 } fingerprint)
            client.ServerCertificateValidationCallback = (_, certificate, _, _) =>
                fingerprint.Equals(certificate?.GetCertHashString(HashAlgorithmName.SHA256), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Relay and number, for logs and records.</summary>
    public string Name { get; }

    /// <summary>Whether mails go with SMTPUTF8 on this link.</summary>
    public bool IsInternational { get; private set; }

    /// <summary>Whether another mail may be sent here.</summary>
    public bool IsUsable => client.IsConnected && !IsWornOut && !HasEnded;

    internal Socket? Socket { get; private set; }

    private bool IsWornOut => options.MessagesPerConnection > 0 && attempts >= options.MessagesPerConnection;

    /// <summary>Between mails a relay has nothing to say but goodbye, so anything to read means that it is leaving or gone.</summary>
    private bool HasEnded => Socket is not { } socket || socket.Poll(0, SelectMode.SelectRead);

    /// <summary>Connects and logs in; returns why not, or null.</summary>
    public async Task<SendResult?> OpenAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(options.Host)) return new SendResult.Stopped(SmtpReply.Ours("not sent: Mail:Host is not set"));
        try
        {
            await ConnectAsync(cancellationToken);
            client.Phase = SmtpPhase.Login;
            await login.RunAsync(client, cancellationToken);
            ChooseCapabilities();
            return null;
        }
        catch (SslHandshakeException) when (cancellationToken.IsCancellationRequested)
        {
            // MailKit wraps a cancelled handshake; it is not the relay's fault.
            throw new OperationCanceledException(cancellationToken);
        }
        catch (Exception fault) when (Judge(fault) is { } result)
        {
            return result;
        }
    }

    /// <summary>Sends one mail. A cancellation that is thrown means that nothing was handed over.</summary>
    public async Task<SmtpAttempt> SendAsync(
        MimeMessage message, MailboxAddress sender, MailboxAddress recipient, CancellationToken cancellationToken)
    {
        var wasUsed = attempts++ > 0;
        using var handOver = new HandOver(TimeSpan.FromSeconds(options.Timeouts.StoppingSeconds), clock, cancellationToken);
        try
        {
            var words = await client.SendAsync(IsInternational ? International : Usual, message, sender, recipient, Commit, handOver.Token);
            return new(new SendResult.Accepted(SmtpReply.Parse((int)SmtpStatusCode.Ok, words), Name));
        }
        catch (Exception fault) when (Judge(fault) is { } result)
        {
            return new(
                result, WasStale: wasUsed && client.Phase == SmtpPhase.Sender && (FaultRule.IsLoss(fault) || result.Reply.Code == 421));
        }

        void Commit()
        {
            handOver.Commit();
            stream?.AwaitAnswer(TimeSpan.FromSeconds(options.Timeouts.AnswerSeconds));
        }
    }

    public void Rest() => idleSince = clock.GetTimestamp();

    public bool HasRested(TimeSpan duration) => clock.GetElapsedTime(idleSince) >= duration;

    public async ValueTask DisposeAsync()
    {
        if (stream is not null) stream.Patience = PatienceForGoodbye;
        await client.DisconnectAsync(quit: true, CancellationToken.None);
        client.Dispose();
        if (stream is not null) await stream.DisposeAsync();
    }

    private async Task ConnectAsync(CancellationToken cancellationToken)
    {
        client.Phase = SmtpPhase.Connect;
        var host = options.Host ?? "";
        Socket = await RelaySocket.ConnectAsync(
            host, options.Port, TimeSpan.FromSeconds(options.Timeouts.ConnectSeconds), clock, cancellationToken);
        stream = new PatientStream(
            new NetworkStream(Socket, ownsSocket: true), clock)
        { Patience = TimeSpan.FromSeconds(options.Timeouts.CommandSeconds) };
        client.Phase = SmtpPhase.Hello;
        await client.ConnectAsync(stream, host, options.Port, options.Security.ForMailKit(), cancellationToken);
    }

    /// <summary>
    /// SMTPUTF8 only when an address cannot do without: MailKit would use it for a mere foreign domain, and the next relay may not know it.
    /// Never BINARYMIME, whose mails end without a final dot.
    /// </summary>
    private void ChooseCapabilities()
    {
        IsInternational &= client.Capabilities.HasFlag(SmtpCapabilities.UTF8 | SmtpCapabilities.EightBitMime);
        client.Capabilities &= ~(SmtpCapabilities.BinaryMime | (IsInternational ? SmtpCapabilities.None : SmtpCapabilities.UTF8));
    }

    private SendResult? Judge(Exception fault) => FaultRule.Judge(client.Phase, fault, client.LastReply, Name);
}

/// <summary>The result of one mail on one link.</summary>
/// <param name="Result">The relay's answer.</param>
/// <param name="WasStale">The link had been used before and was found dead before anything was handed over; a fresh one may well
/// do.</param>
internal readonly record struct SmtpAttempt(SendResult Result, bool WasStale = false);
