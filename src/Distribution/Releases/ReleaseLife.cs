namespace Distribution.Releases;

/// <summary>The states of a release and what leads from one to the other; pure.</summary>
public static class ReleaseLife
{
    /// <summary>The state after an action; null where the action is not allowed.</summary>
    public static ReleaseState? After(ReleaseState state, ReleaseAction action) => (state, action) switch
    {
        (ReleaseState.Draft, ReleaseAction.Replace or ReleaseAction.Remove) => ReleaseState.Draft,
        (ReleaseState.Draft, ReleaseAction.Schedule) => ReleaseState.Scheduled,
        (ReleaseState.Scheduled, ReleaseAction.Unschedule) => ReleaseState.Draft,
        (ReleaseState.Scheduled, ReleaseAction.Dispatch) => ReleaseState.Dispatching,
        (ReleaseState.Dispatching, ReleaseAction.Finish) => ReleaseState.Released,
        _ => null,
    };

    public static bool Allows(ReleaseState state, ReleaseAction action) => After(state, action) is not null;
}
