using Distribution.Releases.Workflow;

namespace Distribution.Releases.Drafts;

/// <summary>Gives each translation that is to be sent its address in the newsroom.</summary>
public sealed class ReserveSlugs(ReserveSlug reserveSlug)
{
    /// <returns>All texts; those that are not to be sent as they are.</returns>
    public async Task<IReadOnlyList<Translation>> RunAsync(
        Release release, IReadOnlyList<Translation> texts, CancellationToken cancellationToken)
    {
        if (release.State is not (ReleaseState.Scheduled or ReleaseState.Dispatching or ReleaseState.Released)) return texts;
        List<Translation> named = [];
        foreach (var text in texts)
        {
            named.Add(ApprovalRule.IsSendable(release, text)
                ? text with { Slug = await reserveSlug.RunAsync(release.Id, text, cancellationToken) }
                : text);
        }

        return named;
    }
}
