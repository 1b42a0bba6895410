using Distribution.Publisher.Offices;
using Distribution.Releases.Workflow;

namespace Distribution.Releases.Drafts;

/// <summary>
/// Makes a draft of one text. It names the press officer on duty, so that no release goes out without a person to call because nobody
/// thought of it.
/// </summary>
public sealed class BeginDraft(CreateRelease createRelease, FindOnDuty findOnDuty)
{
    /// <param name="office">Id of the office.</param>
    /// <param name="language">The language that the release is written in.</param>
    /// <param name="text">The text so far.</param>
    /// <param name="who">The user, with their role at the office.</param>
    public async Task<CreateReleaseResult> RunAsync(
        string office, string language, TranslationInput text, Requester who, CancellationToken cancellationToken)
    {
        var onDuty = await findOnDuty.RunAsync(office, at: null, language, cancellationToken) ?? [];
        ReleaseInput input = new()
        {
            Office = office,
            PressOfficers = [.. onDuty.Take(1).Select(found => found.Contact.Officer.Id)],
            OriginalLanguage = language,
            Translations = new Dictionary<string, TranslationInput> { [language] = text },
        };
        return await createRelease.RunAsync(input, who, idempotencyKey: null, cancellationToken);
    }
}
