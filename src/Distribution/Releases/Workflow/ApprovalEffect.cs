using Distribution.Releases.Drafts;

namespace Distribution.Releases.Workflow;

/// <summary>The effect of an approval on its release.</summary>
public enum ApprovalEffect
{
    /// <summary>It is sent now.</summary>
    AtOnce,

    /// <summary>It is sent at its time.</summary>
    AtItsTime,

    /// <summary>It stays until somebody schedules it: it was to be held, or its time has passed.</summary>
    Held,

    /// <summary>It is public already: the new translations are sent now to the recipients who wait for them.</summary>
    TranslationsAtOnce,
}

/// <summary>Computes the effect of an approval; pure.</summary>
public static class ApprovalEffects
{
    /// <summary>
    /// Whether approving the release as it is would send it at once. One whose own time has passed unapproved is held instead.
    /// </summary>
    public static bool WouldSendAtOnce(Release release, DateTimeOffset now) => release.State switch
    {
        ReleaseState.Dispatching or ReleaseState.Released => false,
        ReleaseState.Scheduled => release.SendAt <= now,
        _ => release.SendAt is null,
    };

    /// <summary>Whether a transition has just made the release, or its late translations, such that they are sent now.</summary>
    public static bool StartNow(TransitionKind kind, Release next, DateTimeOffset now) =>
        kind is TransitionKind.Created or TransitionKind.Approved or TransitionKind.Scheduled
            && Get(next, now) is ApprovalEffect.AtOnce or ApprovalEffect.TranslationsAtOnce;

    public static ApprovalEffect Get(Release approved, DateTimeOffset now) => approved.State switch
    {
        ReleaseState.Scheduled => approved.SendAt > now ? ApprovalEffect.AtItsTime : ApprovalEffect.AtOnce,
        ReleaseState.Dispatching or ReleaseState.Released => ApprovalEffect.TranslationsAtOnce,
        _ => ApprovalEffect.Held,
    };
}
