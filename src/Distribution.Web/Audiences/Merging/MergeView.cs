using Distribution.Audiences.Merging;

namespace Distribution.Web.Audiences.Merging;

/// <summary>One contact made of two.</summary>
internal sealed record MergeView
{
    public required string Id { get; init; }

    /// <summary>Id of the contact that stays.</summary>
    public required string Kept { get; init; }

    /// <summary>Id of the contact that became an alias of it.</summary>
    public required string Other { get; init; }

    public required MergeState State { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Id of the person who merged them.</summary>
    public required string By { get; init; }

    /// <summary>Until when it can be undone; null when it no longer can.</summary>
    public DateTimeOffset? UndoUntil { get; init; }

    public DateTimeOffset? UndoneAt { get; init; }

    /// <summary>Id of the person who undid it.</summary>
    public string? UndoneBy { get; init; }

    /// <summary>Those of the two whose address was not mailed when they were merged; shown in the answer to the merge.</summary>
    public IReadOnlyList<SuppressedContact>? Suppressed { get; init; }

    public static MergeView From(Merge merge, IReadOnlyList<SuppressedContact>? suppressed = null) => new()
    {
        Id = merge.Id,
        Kept = merge.Kept,
        Other = merge.Other,
        State = merge.State,
        At = merge.At,
        By = merge.By,
        UndoUntil = merge.IsForgotten ? null : merge.At + UndoMerge.Possible,
        UndoneAt = merge.UndoneAt,
        UndoneBy = merge.UndoneBy,
        Suppressed = suppressed,
    };
}
