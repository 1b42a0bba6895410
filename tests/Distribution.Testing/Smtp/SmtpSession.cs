using System.Globalization;
using System.Net.Security;
using System.Text;

namespace Distribution.Testing.Smtp;

/// <summary>One connection to the scripted server.</summary>
internal sealed class SmtpSession(ScriptedSmtpServer server, Stream network, int number) : IAsyncDisposable
{
    private readonly SmtpServerSettings settings = server.Settings;
    private readonly List<string> recipients = [];
    private Stream stream = network;
    private SmtpLines lines = new(network);
    private readonly MemoryStream body = new();
    private string sender = "";
    private int mails;
    private bool secure;
    private bool loggedIn;
    private bool ended;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (settings.ImplicitTls)
        {
            await EncryptAsync(cancellationToken);
        }

        await AnswerAsync(SmtpStep.Greeting, "", SmtpAnswer.Say(220, "scripted.example.org ESMTP"), cancellationToken);
        while (!ended && await lines.ReadAsync(cancellationToken) is { } line)
        {
            server.Heard(line);
            await ObeyAsync(line, cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stream.DisposeAsync();
        await body.DisposeAsync();
    }

    private Task ObeyAsync(string line, CancellationToken cancellationToken) => Verb(line) switch
    {
        "EHLO" => AnswerAsync(SmtpStep.Hello, line, SmtpAnswer.Say(250, Capabilities()), cancellationToken),
        "HELO" => AnswerAsync(SmtpStep.Hello, line, SmtpAnswer.Say(250, "scripted.example.org"), cancellationToken),
        "STARTTLS" => StartTlsAsync(line, cancellationToken),
        "AUTH" => LoginAsync(line, cancellationToken),
        "MAIL" => MailAsync(line, cancellationToken),
        "RCPT" => RecipientAsync(line, cancellationToken),
        "DATA" => DataAsync(line, cancellationToken),
        "BDAT" => ChunkAsync(line, cancellationToken),
        "RSET" => ResetAsync(line, cancellationToken),
        "NOOP" => AnswerAsync(SmtpStep.Noop, line, SmtpAnswer.Say(250, "2.0.0 fine"), cancellationToken),
        "QUIT" => AnswerAsync(SmtpStep.Quit, line, SmtpAnswer.Say(221, "2.0.0 good bye").ThenDrop(), cancellationToken),
        _ => SayAsync(502, "5.5.1 unknown command", cancellationToken),
    };

    private async Task StartTlsAsync(string line, CancellationToken cancellationToken)
    {
        var answer = await AnswerAsync(SmtpStep.StartTls, line, SmtpAnswer.Say(220, "2.0.0 go ahead"), cancellationToken);
        if (answer.IsPositive && !ended)
        {
            await EncryptAsync(cancellationToken);
        }
    }

    private async Task EncryptAsync(CancellationToken cancellationToken)
    {
        var tls = new SslStream(stream, leaveInnerStreamOpen: false);
        stream = tls;
        var certificate = settings.Certificate ?? throw new InvalidOperationException("TLS needs a certificate.");
        await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, cancellationToken);
        lines = new SmtpLines(tls);
        secure = true;
    }

    private async Task LoginAsync(string line, CancellationToken cancellationToken)
    {
        var words = line.Split(' ');
        var given = words[1].ToUpperInvariant() switch
        {
            "PLAIN" => Decode(words.ElementAtOrDefault(2) ?? await PromptAsync("", cancellationToken)).TrimStart('\0').Replace('\0', '\n'),
            "LOGIN" => Decode(await PromptAsync("Username:", cancellationToken))
                + "\n"
                + Decode(await PromptAsync("Password:", cancellationToken)),
            _ => Decode(words[2]).Replace("user=", "", StringComparison.Ordinal)
                .Replace("\u0001auth=Bearer ", "\n", StringComparison.Ordinal).TrimEnd('\u0001'),
        };
        var right = given == $"{settings.User}\n{settings.Password}";
        if (!right && words[1] == "XOAUTH2")
        {
            // The reason comes as a challenge, and the client must answer it with an empty line before it hears the refusal.
            await PromptAsync("""{"status":"401","schemes":"Bearer"}""", cancellationToken);
        }

        var usual = right ? SmtpAnswer.Say(235, "2.7.0 welcome") : SmtpAnswer.Say(535, "5.7.8 wrong user name or password");
        loggedIn = (await AnswerAsync(SmtpStep.Login, line, usual, cancellationToken)).Code == 235;
    }

    private async Task<string> PromptAsync(string prompt, CancellationToken cancellationToken)
    {
        await SayAsync(334, Convert.ToBase64String(Encoding.UTF8.GetBytes(prompt)), cancellationToken);
        return await lines.ReadAsync(cancellationToken) ?? "";
    }

    private async Task MailAsync(string line, CancellationToken cancellationToken)
    {
        Forget();
        var usual = settings.RequiresLogin && !loggedIn
            ? SmtpAnswer.Say(530, "5.7.0 authentication required")
            : SmtpAnswer.Say(250, "2.1.0 sender ok");
        var answer = await AnswerAsync(SmtpStep.Sender, line, usual, cancellationToken);
        sender = answer.IsPositive ? Address(line) : "";
    }

    private async Task RecipientAsync(string line, CancellationToken cancellationToken)
    {
        var answer = await AnswerAsync(SmtpStep.Recipient, line, SmtpAnswer.Say(250, "2.1.5 recipient ok"), cancellationToken);
        if (answer.IsPositive)
        {
            recipients.Add(Address(line));
        }
    }

    private async Task DataAsync(string line, CancellationToken cancellationToken)
    {
        var usual = recipients.Count > 0 ? SmtpAnswer.Say(354, "go on, end with a dot") : SmtpAnswer.Say(554, "5.5.1 no valid recipients");
        var answer = await AnswerAsync(SmtpStep.Data, line, usual, cancellationToken);
        if (answer.Code != 354 || ended || await InterruptedAsync(cancellationToken))
        {
            return;
        }

        if (await ReadBodyAsync(cancellationToken))
        {
            await TakeAsync(cancellationToken);
        }
    }

    private async Task ChunkAsync(string line, CancellationToken cancellationToken)
    {
        var words = line.Split(' ');
        var size = int.Parse(words[1], CultureInfo.InvariantCulture);
        if (await InterruptedAsync(cancellationToken) || !await lines.ReadAsync(body, size, cancellationToken))
        {
            return;
        }

        if (words.Length > 2)
        {
            await TakeAsync(cancellationToken);
        }
        else
        {
            await SayAsync(250, "2.0.0 chunk taken", cancellationToken);
        }
    }

    private async Task ResetAsync(string line, CancellationToken cancellationToken)
    {
        Forget();
        await AnswerAsync(SmtpStep.Reset, line, SmtpAnswer.Say(250, "2.0.0 forgotten"), cancellationToken);
    }

    private async Task<bool> InterruptedAsync(CancellationToken cancellationToken)
    {
        if (server.AnswerTo(Turn(SmtpStep.Body, "")) is not { } answer)
        {
            return false;
        }

        await PlayAsync(answer, cancellationToken);
        return ended;
    }

    private async Task<bool> ReadBodyAsync(CancellationToken cancellationToken)
    {
        using var line = new MemoryStream();
        while (await lines.ReadAsync(line, cancellationToken))
        {
            var bytes = line.GetBuffer().AsMemory(0, (int)line.Length);
            if (bytes.Span.SequenceEqual("."u8))
            {
                return true;
            }

            body.Write(bytes.Span.StartsWith("."u8) ? bytes.Span[1..] : bytes.Span);
            body.Write("\r\n"u8);
            line.SetLength(0);
        }

        ended = true;
        return false;
    }

    private async Task TakeAsync(CancellationToken cancellationToken)
    {
        var mail = new ReceivedMail(number, sender, [.. recipients], body.ToArray());
        var usual = SmtpAnswer.Say(250, $"2.0.0 taken as {number}-{mails + 1}");
        var answer = server.AnswerTo(Turn(SmtpStep.Message, "")) ?? usual;
        if (answer.Taken ?? answer.IsPositive)
        {
            mails++;
            server.Take(mail);
        }

        Forget();
        await PlayAsync(answer, cancellationToken);
    }

    private void Forget()
    {
        sender = "";
        recipients.Clear();
        body.SetLength(0);
    }

    private async Task<SmtpAnswer> AnswerAsync(SmtpStep step, string line, SmtpAnswer usual, CancellationToken cancellationToken)
    {
        var answer = server.AnswerTo(Turn(step, line)) ?? usual;
        await PlayAsync(answer, cancellationToken);
        return answer;
    }

    private async Task PlayAsync(SmtpAnswer answer, CancellationToken cancellationToken)
    {
        await answer.Until.WaitAsync(cancellationToken);
        await Task.Delay(answer.Hangs ? Timeout.InfiniteTimeSpan : answer.Delay, settings.Clock, cancellationToken);
        if (answer.Code > 0)
        {
            await SayAsync(answer.Code, answer.Text, cancellationToken);
        }

        ended |= answer.Closes;
    }

    private async Task SayAsync(int code, string text, CancellationToken cancellationToken)
    {
        var words = text.Split('\n');
        var reply = new StringBuilder();
        for (var i = 0; i < words.Length; i++)
        {
            reply.Append(CultureInfo.InvariantCulture, $"{code}{(i < words.Length - 1 ? '-' : ' ')}{words[i]}\r\n");
        }

        await stream.WriteAsync(Encoding.UTF8.GetBytes(reply.ToString()), cancellationToken);
    }

    private SmtpExchange Turn(SmtpStep step, string line) =>
        new(step, number, line, sender, step == SmtpStep.Recipient ? Address(line) : recipients.LastOrDefault() ?? "", mails);

    private string Capabilities()
    {
        var offered = new List<string> { "scripted.example.org" };
        Offer(SmtpExtensions.Pipelining, "PIPELINING");
        Offer(SmtpExtensions.Size, $"SIZE {settings.MaximumSize}");
        Offer(SmtpExtensions.EightBitMime, "8BITMIME");
        Offer(SmtpExtensions.EnhancedStatusCodes, "ENHANCEDSTATUSCODES");
        Offer(SmtpExtensions.SmtpUtf8, "SMTPUTF8");
        Offer(SmtpExtensions.Chunking, "CHUNKING");
        if (!secure)
        {
            Offer(SmtpExtensions.StartTls, "STARTTLS");
        }

        if (Mechanisms() is { Length: > 0 } mechanisms)
        {
            offered.Add("AUTH " + mechanisms);
        }

        return string.Join('\n', offered);

        void Offer(SmtpExtensions extension, string line)
        {
            if (settings.Extensions.HasFlag(extension))
            {
                offered.Add(line);
            }
        }
    }

    private string Mechanisms() => string.Join(' ', new[]
    {
        settings.Extensions.HasFlag(SmtpExtensions.Plain) ? "PLAIN" : null,
        settings.Extensions.HasFlag(SmtpExtensions.Login) ? "LOGIN" : null,
        settings.Extensions.HasFlag(SmtpExtensions.XOAuth2) ? "XOAUTH2" : null,
    }.OfType<string>());

    private static string Verb(string line) => line.Split(' ', 2)[0].ToUpperInvariant();

    private static string Address(string line)
    {
        var open = line.IndexOf('<', StringComparison.Ordinal);
        var close = line.IndexOf('>', StringComparison.Ordinal);
        return open >= 0 && close > open ? line[(open + 1)..close] : "";
    }

    private static string Decode(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64));
}
