using Distribution.Audiences.Selection;
using Distribution.Dispatches.Ledger;
using Distribution.Mail.Outcomes;
using Distribution.Mail.Rendering;
using Distribution.Publisher.Organisations;
using Distribution.Releases.Drafts;
using MimeKit;

namespace Distribution.Dispatches.Previews;

/// <summary>
/// Writes a release's mail for one recipient, byte for byte as a dispatch would now. Only nobody can unsubscribe by it: its links hold no
/// token.
/// </summary>
public sealed class WriteMailPreview(OrganisationStore organisations, FindPreviewRecipient findPreviewRecipient, MailContextReader reader, RenderRelease render)
{
    private static readonly FormatOptions AsOnTheWire = NewFormat();

    /// <param name="document">The release.</param>
    /// <param name="wanted">The recipient, already validated.</param>
    public async Task<WriteMailPreviewResult> RunAsync(ReleaseDocument document, PreviewRecipient wanted, CancellationToken cancellationToken)
    {
        if (await organisations.FindAsync(cancellationToken) is not { Value: var organisation }) return new WriteMailPreviewResult.NoOrganisation();
        document = document.IfApproved();
        if (document.Sendable.Count == 0) return new WriteMailPreviewResult.NoText();
        if (await findPreviewRecipient.RunAsync(document.AddressingBy(organisation), wanted, cancellationToken) is not { } found) return new WriteMailPreviewResult.NoContact();
        var context = await reader.ReadAsync(document, cancellationToken);
        using var message = render.In(context, found.Language).To(Recipient(document.Release, found, organisation));
        using MemoryStream source = new();
        await message.WriteToAsync(AsOnTheWire, source, cancellationToken);
        return new WriteMailPreviewResult.Written(new(document.Release.Id, found, source.ToArray()));
    }

    private static MailRecipient Recipient(Release release, ExplainedRecipient found, Organisation organisation) => new(
        MessageIds.Create(Dispatch.IdOf(release.Id, release.Version, DispatchKind.Release), found.Person.Contact, MessageIds.DomainOf(organisation)),
        found.Person.Address,
        found.Person.Name,
        found.Person.Languages,
        found.Lists,
        MailRecipient.NobodysToken)
    { Notice = found.Person.Notice };

    private static FormatOptions NewFormat()
    {
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        return format;
    }
}

/// <summary>The result of writing a preview.</summary>
public abstract record WriteMailPreviewResult
{
    private WriteMailPreviewResult()
    {
    }

    public sealed record Written(WrittenMailPreview Preview) : WriteMailPreviewResult;

    /// <summary>No text of it is ready.</summary>
    public sealed record NoText : WriteMailPreviewResult;

    /// <summary>There is no such contact.</summary>
    public sealed record NoContact : WriteMailPreviewResult;

    /// <summary>The organisation, which every mail names, is not there yet.</summary>
    public sealed record NoOrganisation : WriteMailPreviewResult;
}
