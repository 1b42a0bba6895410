namespace Distribution.Audiences.Merging;

/// <summary>How a run of the steps of a merge, or of its undoing, ended.</summary>
internal enum Progress
{
    /// <summary>Nothing is left to do, or another run has done it.</summary>
    Done,

    /// <summary>It must be resumed later: a dispatch is being planned and reads subscriptions now.</summary>
    Waits,

    /// <summary>The contact that was to stay has been removed meanwhile.</summary>
    Impossible,
}
