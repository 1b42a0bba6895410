using Distribution.Platform.Storage;
using Distribution.Platform.Validation;

namespace Distribution.Audiences.Merging;

public abstract record MergeContactsResult
{
    private MergeContactsResult() { }

    /// <summary>They are one, or will be as soon as no dispatch is being planned.</summary>
    /// <param name="Merge">The merge.</param>
    /// <param name="Suppressed">Those of the two whose address is not mailed.</param>
    public sealed record Merged(Stored<Merge> Merge, IReadOnlyList<SuppressedContact> Suppressed) : MergeContactsResult;

    /// <summary>There is no such contact to merge into.</summary>
    public sealed record Missing : MergeContactsResult;

    /// <summary>The contact that was to stay is itself an alias of this one.</summary>
    public sealed record IsAlias(string Kept) : MergeContactsResult;

    /// <summary>The person would get nothing any more without anybody having said so, for this reason.</summary>
    public sealed record Silent(string Why) : MergeContactsResult;

    /// <summary>One of the two is being merged with a third, and that is not over yet.</summary>
    public sealed record Busy : MergeContactsResult;

    public sealed record Invalid(FieldErrors Errors) : MergeContactsResult;
}
