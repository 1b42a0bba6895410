using Distribution.Dispatches.Ledger;
using Distribution.Mail.Rendering;
using Distribution.Platform.Storage;

namespace Distribution.Dispatches.Sending;

/// <summary>Writes the contact block of a dispatch in one language, once: later runs find the block of the first mails.</summary>
public sealed class SaveContactBlock(DispatchStore dispatches, TimeProvider time)
{
    public async Task<IReadOnlyList<MailContactView>> RunAsync(Dispatch dispatch, MailContext context, string language, CancellationToken cancellationToken)
    {
        if (await dispatches.FindContactsAsync(dispatch.Id, language, cancellationToken) is { } known) return known.Contacts;
        var now = time.GetUtcNow();
        SentContactBlock written = new() { Language = language, WrittenAt = now, Contacts = new ContactBlock(context, language).At(context.SentAt(now)) };
        if (await dispatches.AddContactsAsync(dispatch.Id, written, cancellationToken) is WriteResult.Done) return written.Contacts;
        return (await dispatches.FindContactsAsync(dispatch.Id, language, cancellationToken))?.Contacts ?? written.Contacts;
    }
}
