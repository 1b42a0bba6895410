using System.Security.Cryptography;
using Azure.Core;
using Distribution.Mail.Headers;
using Distribution.Mail.Smtp;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Security;

namespace Distribution.Readers.Unsubscribe;

/// <summary>Connects to the IMAP server, logs in and opens the folder that unsubscribe mails arrive in.</summary>
public sealed class OpenUnsubscribeMailbox
{
    private readonly UnsubscribeOptions options;
    private readonly TokenCredential? credential;
    private readonly TimeProvider clock;

    internal OpenUnsubscribeMailbox(UnsubscribeOptions options, TokenCredential? credential, TimeProvider clock) =>
        (this.options, this.credential, this.clock) = (options, credential, clock);

    internal async Task<UnsubscribeMailbox> RunAsync(CancellationToken cancellationToken)
    {
        ImapClient client = new();
        try
        {
            if (options.Fingerprint is { Length: > 0 } fingerprint)
                client.ServerCertificateValidationCallback = (_, certificate, _, _) =>
                    fingerprint.Equals(certificate?.GetCertHashString(HashAlgorithmName.SHA256), StringComparison.OrdinalIgnoreCase);
            return await ImapPatience.WithinAsync(clock, token => OpenAsync(client, token), cancellationToken);
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    private async Task<UnsubscribeMailbox> OpenAsync(ImapClient client, CancellationToken cancellationToken)
    {
        await client.ConnectAsync(options.Host!, options.Port, options.Security.ForMailKit(), cancellationToken);
        await LogInAsync(client, cancellationToken);
        var root = client.GetFolder(client.PersonalNamespaces[0]);
        var isInbox = options.Folder.Equals("INBOX", StringComparison.OrdinalIgnoreCase);
        var arriving = isInbox ? client.Inbox! : await root.GetSubfolderAsync(options.Folder, cancellationToken);
        var processed = await FindOrCreateAsync(root, cancellationToken);
        if (await arriving.OpenAsync(FolderAccess.ReadWrite, cancellationToken) != FolderAccess.ReadWrite)
            throw new UnauthorizedAccessException("The mailbox of Unsubscribe:User can be read but not changed, so that its mails would be read again for ever.");
        return new(client, arriving, processed, clock);
    }

    /// <summary>One mechanism and one attempt: trying several with a wrong password locks accounts.</summary>
    private async Task LogInAsync(ImapClient client, CancellationToken cancellationToken)
    {
        var user = options.User ?? "";
        try
        {
            if (credential is not null)
            {
                var token = await credential.GetTokenAsync(new TokenRequestContext([options.OAuth.Scope]), cancellationToken);
                await client.AuthenticateAsync(new SaslMechanismOAuth2(user, token.Token), cancellationToken);
                return;
            }

            // Without PLAIN there is always the LOGIN command (RFC 3501, section 6.2.3), which MailKit takes when it knows of no mechanism.
            client.AuthenticationMechanisms.IntersectWith(["PLAIN"]);
            await client.AuthenticateAsync(user, options.Password ?? "", cancellationToken);
        }
        catch (AuthenticationException refusal)
        {
            // Thrown again: the innermost exception names the fault in the status.
            throw new AuthenticationException($"The mailbox of Unsubscribe:User refused the login: {refusal.Message}");
        }
    }

    private async Task<IMailFolder> FindOrCreateAsync(IMailFolder root, CancellationToken cancellationToken)
    {
        var name = options.ProcessedFolder;
        try
        {
            return await root.GetSubfolderAsync(name, cancellationToken);
        }
        catch (FolderNotFoundException)
        {
            try
            {
                await root.CreateAsync(name, isMessageFolder: true, cancellationToken);
            }
            catch (ImapCommandException)
            {
                // Another instance has just made it, or else the next line says that it is not there.
            }

            return await root.GetSubfolderAsync(name, cancellationToken);
        }
    }
}
