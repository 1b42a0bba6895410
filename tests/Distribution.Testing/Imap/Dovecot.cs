using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Distribution.Testing.Checkers;
using Distribution.Testing.Smtp;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Security;
using MimeKit;

namespace Distribution.Testing.Imap;

/// <summary>A real IMAP server, Dovecot, as a process of its own on free loopback ports, with one mailbox, in a folder that is deleted at the end.</summary>
public sealed class Dovecot : IAsyncDisposable
{
    public const string User = "unsubscribe";
    public const string Password = "correct-horse";

    private const string Program = "/usr/sbin/dovecot";

    /// <summary>The server's user where the tests run as root, for which Dovecot opens no mailbox.</summary>
    private const string Nobody = "nobody";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dovecot-");
    private readonly X509Certificate2 certificate = SmtpCertificate.Create();
    private Process? process;

    private Dovecot()
    {
    }

    public static string Host => "127.0.0.1";

    /// <summary>Where it speaks in the clear, and encrypted after STARTTLS.</summary>
    public int Port { get; } = FreePort();

    /// <summary>Where it speaks encrypted from the first byte.</summary>
    public int TlsPort { get; } = FreePort();

    public X509Certificate2 Certificate => certificate;

    /// <summary>The settings of a program that reads this mailbox.</summary>
    public (string Key, string? Value)[] Settings =>
    [
        ("Unsubscribe:Address", "leave@harbour.example.org"),
        ("Unsubscribe:Host", Host),
        ("Unsubscribe:Port", $"{Port}"),
        ("Unsubscribe:Security", "None"),
        ("Unsubscribe:User", User),
        ("Unsubscribe:Password", Password),
    ];

    private string Inbox => Path.Combine(folder.FullName, "mail", User);

    public static async Task<Dovecot> StartAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(Program)) NeededTool.Missing("Dovecot is not installed: apt-get install --no-install-recommends dovecot-imapd.");
        Dovecot server = new();
        try
        {
            await server.RunAsync(cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Puts a mail into the mailbox as one that has just arrived.</summary>
    public async Task PutAsync(string subject, CancellationToken cancellationToken, string from = "reader@example.com", int size = 0)
    {
        MimeMessage mail = new(
            [new MailboxAddress("", from)], [new MailboxAddress("", "leave@harbour.example.org")], subject, new TextPart("plain") { Text = new('x', size) });
        await PutAsync(mail, cancellationToken);
    }

    public async Task PutAsync(MimeMessage mail, CancellationToken cancellationToken)
    {
        using var client = await ConnectAsync(cancellationToken);
        await client.Inbox!.AppendAsync(new AppendRequest(mail), cancellationToken);
    }

    /// <summary>Puts many mails with the subject into the mailbox at once, as a mail server delivers them.</summary>
    public void Deliver(string subject, int count)
    {
        for (var number = 0; number < count; number++)
        {
            var file = Path.Combine(Inbox, "new", $"{number:D10}.many.example.org");
            File.WriteAllText(file, $"From: reader@example.com\nTo: leave@harbour.example.org\nSubject: {subject}\n\nnothing\n");
        }
    }

    /// <summary>The subjects of a folder with their marks, in the order of arrival; none when there is no such folder.</summary>
    public async Task<IReadOnlyList<(string Subject, MessageFlags Flags)>> ReadAsync(string name, CancellationToken cancellationToken)
    {
        using var client = await ConnectAsync(cancellationToken);
        if (await FindAsync(client, name, cancellationToken) is not { } found) return [];
        await found.OpenAsync(FolderAccess.ReadOnly, cancellationToken);
        var mails = await found.FetchAsync(0, -1, MessageSummaryItems.Envelope | MessageSummaryItems.Flags, cancellationToken);
        return [.. mails.Select(mail => (mail.Envelope!.Subject ?? "", mail.Flags!.Value & ~MessageFlags.Recent))];
    }

    /// <summary>How many mails are in a folder.</summary>
    public async Task<(int All, int Unread)> CountAsync(string name, CancellationToken cancellationToken)
    {
        using var client = await ConnectAsync(cancellationToken);
        if (await FindAsync(client, name, cancellationToken) is not { } found) return (0, 0);
        await found.StatusAsync(StatusItems.Count | StatusItems.Unread, cancellationToken);
        return (found.Count, found.Unread);
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            // The signal at which it ends its own processes first.
            using (var kill = Process.Start("kill", ["-s", "TERM", "--", $"{process.Id}"])) await kill.WaitForExitAsync(CancellationToken.None);
            await process.WaitForExitAsync(CancellationToken.None);
            process.Dispose();
        }

        certificate.Dispose();
        folder.Delete(recursive: true);
    }

    private static async Task<IMailFolder?> FindAsync(ImapClient client, string name, CancellationToken cancellationToken)
    {
        if (name == "INBOX") return client.Inbox;
        var folders = await client.GetFolder(client.PersonalNamespaces[0]).GetSubfoldersAsync(subscribedOnly: false, cancellationToken);
        return folders.FirstOrDefault(found => found.Name == name);
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        var isRoot = Environment.UserName == "root";
        var (user, group) = isRoot ? (Nobody, "nogroup") : (Environment.UserName, await SayAsync("id", ["-gn"], cancellationToken));
        await File.WriteAllTextAsync(FileOf("certificate.pem"), certificate.ExportCertificatePem(), cancellationToken);
        await File.WriteAllTextAsync(FileOf("key.pem"), certificate.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem(), cancellationToken);
        await File.WriteAllTextAsync(FileOf("dovecot.conf"), Configuration(user, group), cancellationToken);
        foreach (var part in new[] { "new", "cur", "tmp" }) Directory.CreateDirectory(Path.Combine(Inbox, part));
        if (isRoot) await SayAsync("chown", ["-R", $"{user}:{group}", folder.FullName], cancellationToken);

        string[] arguments = [Program, "-F", "-c", FileOf("dovecot.conf")];
        var start = isRoot
            ? new ProcessStartInfo("setpriv", ["--reuid", user, "--regid", group, "--clear-groups", .. arguments])
            : new ProcessStartInfo(Program, arguments[1..]);
        process = Process.Start(start)!;
        await WaitUntilThereAsync(cancellationToken);
    }

    private async Task WaitUntilThereAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                using TcpClient client = new();
                await client.ConnectAsync(Host, Port, cancellationToken);
                return;
            }
            catch (SocketException) when (!process!.HasExited)
            {
                await Task.Delay(Pause, TimeProvider.System, cancellationToken);
            }
            catch (SocketException)
            {
                var log = File.Exists(FileOf("log")) ? await File.ReadAllTextAsync(FileOf("log"), cancellationToken) : "nothing";
                throw new InvalidOperationException($"Dovecot ended. It said: {log}");
            }
        }
    }

    private async Task<ImapClient> ConnectAsync(CancellationToken cancellationToken)
    {
        ImapClient client = new();
        await client.ConnectAsync(Host, Port, SecureSocketOptions.None, cancellationToken);
        await client.AuthenticateAsync(User, Password, cancellationToken);
        return client;
    }

    /// <summary>Everything in its own folder, and no part of it with another user's rights.</summary>
    private string Configuration(string user, string group) => $$"""
        protocols = imap
        listen = {{Host}}
        base_dir = {{FileOf("run")}}
        state_dir = {{FileOf("state")}}
        log_path = {{FileOf("log")}}
        ssl = yes
        ssl_cert = <{{FileOf("certificate.pem")}}
        ssl_key = <{{FileOf("key.pem")}}
        disable_plaintext_auth = no
        auth_failure_delay = 0
        mail_max_userip_connections = 50
        default_internal_user = {{user}}
        default_internal_group = {{group}}
        default_login_user = {{user}}
        mail_location = maildir:{{FileOf("mail")}}/%n
        first_valid_uid = 1
        passdb {
          driver = static
          args = password={{Password}}
        }
        userdb {
          driver = static
          args = uid={{user}} gid={{group}} home={{FileOf("home")}}/%n
        }
        service anvil {
          chroot =
        }
        service stats {
          chroot =
        }
        service imap-login {
          chroot =
          inet_listener imap {
            port = {{Port}}
          }
          inet_listener imaps {
            port = {{TlsPort}}
          }
        }

        """;

    private string FileOf(string name) => Path.Combine(folder.FullName, name);

    private static async Task<string> SayAsync(string program, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var said = await Tool.RunAsync(program, arguments, input: null, cancellationToken);
        return said?.Output.Trim() ?? throw new InvalidOperationException($"There is no {program}.");
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
