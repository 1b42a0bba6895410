using Distribution.Audiences.Selection;
using Distribution.Dispatches.Sending;
using Distribution.Mail.Rendering;
using Distribution.Publisher.Organisations;
using Distribution.Releases.Drafts;
using MimeKit;

namespace Distribution.Dispatches.Previews;

/// <summary>Writes a release's mail as a reader would get it, to one of the organisation's own people and marked as a test.</summary>
public sealed class WriteTestMail(
    ReleaseStore releases, FindPreviewRecipient findPreviewRecipient, MailContextReader reader, RenderRelease render)
{
    /// <returns>Null when the release, the text or the reader is gone.</returns>
    public async Task<MimeMessage?> RunAsync(
        ReleaseTest test, TestEnvelope envelope, Organisation organisation, CancellationToken cancellationToken)
    {
        if (await releases.FindAsync(test.Release, cancellationToken) is not { } stored
            || stored.IfApproved() is not { } document
            || document.Sendable.All(text => text.Language != envelope.Language))
            return null;
        var wanted = test.As ?? new() { Language = envelope.Language };
        if (await findPreviewRecipient.RunAsync(Addressing.From(document, organisation), wanted, cancellationToken) is not { } found)
            return null;
        var context = await reader.ReadAsync(document, cancellationToken);
        return render.TestIn(context, envelope.Language).To(new(
            envelope.MessageId, envelope.Address, envelope.Name, found.Person.Languages, found.Lists, MailRecipient.NobodysToken));
    }
}

/// <summary>Whom a test mail is really to.</summary>
/// <param name="MessageId">The Message-ID without its angle brackets.</param>
/// <param name="Address">Of one of the organisation's own people.</param>
/// <param name="Name">Theirs.</param>
/// <param name="Language">The translation to write.</param>
public sealed record TestEnvelope(string MessageId, string Address, string Name, string Language);
