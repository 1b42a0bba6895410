using System.Runtime.CompilerServices;
using Distribution.Audiences.Selection;
using Distribution.Dispatches.Ledger;
using Distribution.Publisher.Organisations;
using Distribution.Releases.Drafts;

namespace Distribution.Dispatches.Planning;

/// <summary>Plans the recipients of later translations of a release: read once, alongside the plans of its earlier dispatches.</summary>
public sealed class PlanTranslations(ReadCandidates readCandidates, DispatchStore dispatches, BatchStore batches, TimeProvider time)
{
    /// <summary>The recipients by contact id; <paramref name="excluded"/> is complete when they have all been read.</summary>
    public async IAsyncEnumerable<Recipient> RunAsync(
        Dispatch dispatch,
        ReleaseDocument document,
        Organisation organisation,
        Dictionary<string, int> excluded,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var earlier = await EarlierAsync(dispatch, cancellationToken);
        var rule = TranslationRule.From(earlier, document.Sendable.Select(text => text.Language));
        var isOver = time.GetUtcNow() >= document.Release.ReleasedAt + TimeSpan.FromHours(document.Release.WaitHours);
        var addressing = document.AddressingBy(organisation);
        await using ReadEarlierDeliveries reached =
            new(earlier.Select(before => batches.AllAsync(before.Id, before.Plan!, cancellationToken)));
        await foreach (var candidate in readCandidates.RunAsync(isOver ? addressing with { Promised = [] } : addressing, cancellationToken))
        {
            var language = rule.Decide(candidate, await reached.RunAsync(candidate.Subscriptions[0].Contact));
            if (language is not null)
                yield return PlanRecipients.Recipient(candidate, candidate.First!, language, document.Release.Audience.Lists);
            else if (candidate.Reason == AudienceRule.Waiting)
                excluded[AudienceRule.Waiting] = excluded.GetValueOrDefault(AudienceRule.Waiting) + 1;
        }
    }

    /// <summary>The dispatches of the release that are sealed, all but this one and rehearsals.</summary>
    private async Task<IReadOnlyList<Dispatch>> EarlierAsync(Dispatch dispatch, CancellationToken cancellationToken) =>
    [
        .. from found in await dispatches.OfReleaseAsync(dispatch.Release, cancellationToken)
           where found.Value is { Plan: not null, Kind: DispatchKind.Release or DispatchKind.Translation } && found.Value.Id != dispatch.Id
           select found.Value,
    ];
}
