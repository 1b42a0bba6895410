using Distribution.Audiences.Selection;
using Distribution.Dispatches.Sending;
using Distribution.Mail.Rendering;
using Distribution.Platform.Languages;
using Distribution.Publisher.Organisations;
using Distribution.Releases.Drafts;

namespace Distribution.Releases.Checks;

/// <summary>Looks a release over as it would be sent.</summary>
public sealed class RunChecks(
    OrganisationStore organisations,
    MailContextReader reader,
    ReadCandidates readCandidates,
    ReadUsualAudience readUsualAudience,
    CheckLinks checkLinks,
    RenderRelease render,
    TimeProvider clock)
{
    /// <param name="document">The release.</param>
    /// <param name="sendAt">When it is to be sent; what it says itself, or now, when left out.</param>
    /// <param name="isAtOnce">Whether approving it sends it at once, though nobody has asked for that.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>What was found, errors first; null where there is no organisation yet, without which nothing can be sent.</returns>
    public async Task<IReadOnlyList<CheckFinding>?> RunAsync(
        ReleaseDocument document, DateTimeOffset? sendAt, bool isAtOnce, CancellationToken cancellationToken)
    {
        if (await organisations.FindAsync(cancellationToken) is not { Value: var organisation }) return null;
        document = document.IfApproved();
        var context = await reader.ReadAsync(document, cancellationToken);
        var (audience, unserved) =
            document.Sendable.Count > 0 ? await CountAsync(Addressing.From(document, organisation), cancellationToken) : (0, []);
        return ReleaseChecks.Run(new()
        {
            Release = document.Release,
            Texts = document.Sendable,
            Organisation = organisation,
            Office = context.Office,
            Contacts = context.Contacts,
            SendAt = sendAt ?? document.Release.SendAt ?? clock.GetUtcNow(),
            IsAtOnce = isAtOnce,
            Audience = audience,
            UsualAudience = await readUsualAudience.RunAsync(document.Release.Office, cancellationToken),
            Unserved = unserved,
            DeadLinks = await checkLinks.RunAsync(document.Sendable.SelectMany(LinkChecks.LinksOf), cancellationToken),
            MailSizes = document.Sendable.ToDictionary(text => text.Language, text => render.In(context, text.Language).Size),
        });
    }

    /// <summary>Who would be mailed or waits for a translation, and who reads none of its languages.</summary>
    private async Task<(int Audience, Dictionary<string, int> Unserved)> CountAsync(
        Addressing addressing, CancellationToken cancellationToken)
    {
        var audience = 0;
        Dictionary<string, int> unserved = [];
        await foreach (var candidate in readCandidates.RunAsync(addressing, cancellationToken))
        {
            if (candidate.Reason is not (null or AudienceRule.Waiting or AudienceRule.Daily)) continue;
            audience++;
            if (candidate is not { First.Languages: [var wanted, ..], Language.Because: not LanguageReason.Recipient }) continue;
            var primary = LanguageTag.Primary(wanted);
            unserved[primary] = unserved.GetValueOrDefault(primary) + 1;
        }

        return (audience, unserved);
    }
}
