namespace Distribution.Audiences.Merging;

public enum MergeState
{
    /// <summary>Under way; the job goes on with it if it is cut off.</summary>
    Running,

    /// <summary>The two contacts are one.</summary>
    Done,

    /// <summary>Being undone; the job goes on with that too.</summary>
    Undoing,

    /// <summary>The two contacts are two again.</summary>
    Undone,
}
