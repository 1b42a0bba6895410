namespace Distribution.Audiences.Merging;

public enum MergeState
{
    /// <summary>Running; the job resumes it if it is cut off.</summary>
    Running,

    /// <summary>The two contacts are one.</summary>
    Done,

    /// <summary>Being undone; the job resumes that too.</summary>
    Undoing,

    /// <summary>The two contacts are two again.</summary>
    Undone,
}
