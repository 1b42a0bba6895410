using Distribution.Publisher.Offices;
using Distribution.Publisher.Organisations;
using Distribution.Releases.Drafts;

namespace Distribution.Releases.Checks;

/// <summary>
/// Looks over the texts of a release while they are written, drafts too. Nobody is counted, no mail is written and no link is requested:
/// that is for <see cref="RunChecks"/>.
/// </summary>
public sealed class CheckTexts(TimeProvider clock)
{
    /// <param name="document">The release.</param>
    /// <param name="contacts">Its press officers.</param>
    /// <returns>The findings, errors first.</returns>
    public IReadOnlyList<CheckFinding> Run(
        ReleaseDocument document, Organisation organisation, Office office, IReadOnlyList<PressContact> contacts)
    {
        List<Translation> texts = [.. document.Translations.Where(text => text.Headline.Length > 0 || text.Body.Length > 0)];
        var findings = ReleaseChecks.Run(new()
        {
            Release = document.Release,
            Texts = texts,
            Organisation = organisation,
            Office = office,
            Contacts = contacts,
            SendAt = document.Release.SendAt ?? clock.GetUtcNow(),
            Audience = null,
        });
        return texts.Count == 0 ? [.. findings.Where(found => found.Id != CheckIds.NoText)] : findings;
    }
}
