namespace Distribution.Releases;

/// <summary>What the organisation's people and the dispatch do to a release.</summary>
public enum ReleaseAction
{
    Replace,
    Remove,
    Schedule,
    Unschedule,

    /// <summary>Its time has come.</summary>
    Dispatch,

    /// <summary>Every recipient has an outcome.</summary>
    Finish,
}
