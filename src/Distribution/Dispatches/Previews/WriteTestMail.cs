using Distribution.Mail.Outbox;
using Distribution.Mail.Rendering;
using Distribution.Publisher.Organisations;
using Distribution.Releases.Drafts;
using MimeKit;

namespace Distribution.Dispatches.Previews;

/// <summary>Writes a release's mail as a recipient would get it, to a press officer or user and marked as a test.</summary>
public sealed class WriteTestMail(ReleaseStore releases, FindPreviewRecipient findPreviewRecipient, MailContextReader reader, RenderRelease render)
    : IOutboxWriter
{
    public const string WriterName = "test";

    public string Name => WriterName;

    public string Failure => "The release, its text in this language or the contact is gone.";

    public async Task<MimeMessage?> WriteAsync(OutboxMail mail, string messageId, Organisation organisation, CancellationToken cancellationToken)
    {
        var test = ReleaseTest.Parse(mail.About!);
        if (await releases.FindAsync(test.Release, cancellationToken) is not { } stored || stored.IfApproved() is not { } document) return null;
        if (document.Sendable.All(text => text.Language != mail.Language)) return null;
        var wanted = test.As ?? new() { Language = mail.Language };
        if (await findPreviewRecipient.RunAsync(document.AddressingBy(organisation), wanted, cancellationToken) is not { } found) return null;
        var context = await reader.ReadAsync(document, cancellationToken);
        return render.TestIn(context, mail.Language).To(new(
            messageId, mail.To, mail.Name, found.Person.Languages, found.Lists, MailRecipient.NobodysToken));
    }
}

/// <summary>The real receiver of a test mail.</summary>
/// <param name="MessageId">The Message-ID without its angle brackets.</param>
/// <param name="Address">Of one of the organisation's own people.</param>
/// <param name="Name">Theirs.</param>
/// <param name="Language">The translation to write.</param>
public sealed record TestEnvelope(string MessageId, string Address, string Name, string Language);
