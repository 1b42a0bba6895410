namespace Distribution.Readers.Unsubscribe;

/// <summary>The choices instead of unsubscribing, by the same link.</summary>
public enum KeepChoice
{
    /// <summary>As it was; of several lists, the ones they name.</summary>
    Undo,

    /// <summary>One mail a day.</summary>
    Daily,

    /// <summary>Nothing until a day.</summary>
    Pause,

    /// <summary>Nothing more on what this release is about.</summary>
    Beat,
}
