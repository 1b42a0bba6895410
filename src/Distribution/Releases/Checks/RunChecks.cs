using Distribution.Audiences.Selection;
using Distribution.Platform.Languages;
using Distribution.Publisher.Offices;
using Distribution.Publisher.Organisations;
using Distribution.Releases.Drafts;

namespace Distribution.Releases.Checks;

/// <summary>Looks a release over as it would be sent.</summary>
public sealed class RunChecks(
    OrganisationStore organisations,
    OfficeStore offices,
    ReadPressContacts readPressContacts,
    ReadCandidates readCandidates,
    CheckLinks checkLinks,
    IEnumerable<ICheckReader> readers,
    TimeProvider clock)
{
    /// <param name="document">The release.</param>
    /// <param name="sendAt">When it is to be sent; what it says itself, or now, when left out.</param>
    /// <param name="isAtOnce">Whether approving it sends it at once, though nobody has asked for that.</param>
    /// <returns>The findings, errors first; null where there is no organisation yet, without which nothing can be sent.</returns>
    public async Task<IReadOnlyList<CheckFinding>?> RunAsync(
        ReleaseDocument document, DateTimeOffset? sendAt, bool isAtOnce, CancellationToken cancellationToken)
    {
        if (await organisations.FindAsync(cancellationToken) is not { Value: var organisation }) return null;
        document = document.IfApproved();
        var office = await offices.FindAsync(document.Release.Office, cancellationToken)
            ?? throw new InvalidOperationException($"There is no office {document.Release.Office}.");
        var (audience, unserved) = document.Sendable.Count > 0
            ? await CountAsync(document.AddressingBy(organisation), cancellationToken)
            : (0, []);
        CheckSubject subject = new()
        {
            Release = document.Release,
            Texts = document.Sendable,
            Organisation = organisation,
            Office = office.Value,
            Contacts = await readPressContacts.RunAsync(document.Release.PressOfficers, cancellationToken),
            SendAt = sendAt ?? document.Release.SendAt ?? clock.GetUtcNow(),
            IsAtOnce = isAtOnce,
            Audience = audience,
            Unserved = unserved,
            DeadLinks = await checkLinks.RunAsync(document.Sendable.SelectMany(LinkChecks.LinksOf), cancellationToken),
        };
        foreach (var reader in readers) subject = await reader.ReadAsync(subject, document, cancellationToken);
        return ReleaseChecks.Run(subject);
    }

    /// <summary>The recipients who would be mailed or wait for a translation, and those who read none of its languages.</summary>
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

/// <summary>Everything that is looked at before a release is sent; pure.</summary>
public static class ReleaseChecks
{
    /// <summary>The findings, errors first.</summary>
    public static IReadOnlyList<CheckFinding> Run(CheckSubject subject) =>
        [.. new[] { PressContactChecks.Run(subject), TextChecks.Run(subject), EmbargoChecks.Run(subject), TimeChecks.Run(subject),
            LinkChecks.Run(subject), AudienceChecks.Run(subject), SizeChecks.Run(subject), }
            .SelectMany(found => found).OrderBy(found => found.Severity)];
}
