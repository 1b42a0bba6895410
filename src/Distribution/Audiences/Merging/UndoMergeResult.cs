using Distribution.Platform.Storage;

namespace Distribution.Audiences.Merging;

public abstract record UndoMergeResult
{
    private UndoMergeResult() { }

    /// <summary>They are two again, or will be as soon as no dispatch is being planned.</summary>
    public sealed record Undone(Stored<Merge> Merge) : UndoMergeResult;

    public sealed record Missing : UndoMergeResult;

    /// <summary>It is longer ago than <see cref="UndoMerge.Possible"/>.</summary>
    public sealed record TooLate : UndoMergeResult;

    /// <summary>The contact has been removed since, and what was known of the person with it.</summary>
    public sealed record Removed : UndoMergeResult;

    /// <summary>Another merge with the contact that stayed came later and must be undone first.</summary>
    public sealed record NotTheLast(string Later) : UndoMergeResult;

    /// <summary>One of the two is being merged, and that is not over yet.</summary>
    public sealed record Busy : UndoMergeResult;
}
