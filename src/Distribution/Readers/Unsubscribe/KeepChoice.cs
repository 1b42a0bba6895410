namespace Distribution.Readers.Unsubscribe;

/// <summary>What somebody who leaves, or has just left, may choose instead, by the same link.</summary>
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
