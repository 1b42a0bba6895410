using Distribution.Releases.Checks;
using Distribution.Releases.Drafts;

namespace Distribution.Mail.Rendering;

/// <summary>Measures for the checks how large a release's mails would be.</summary>
public sealed class MeasureMails(MailContextReader reader, RenderRelease render) : ICheckReader
{
    public async Task<CheckSubject> ReadAsync(CheckSubject subject, ReleaseDocument document, CancellationToken cancellationToken)
    {
        var context = await reader.ReadAsync(document, cancellationToken);
        return subject with { MailSizes = document.Sendable.ToDictionary(text => text.Language, text => render.In(context, text.Language).Size) };
    }
}
