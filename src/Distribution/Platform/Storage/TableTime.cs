namespace Distribution.Platform.Storage;

/// <summary>Instants in columns that a Merge must be able to clear: a column cannot be merged to null.</summary>
internal static class TableTime
{
    /// <summary>Stands for no instant; the earliest that tables can hold is 1601-01-01.</summary>
    public static readonly DateTimeOffset Never = new(1601, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static DateTimeOffset? OrNull(DateTimeOffset? stored) => stored is null || stored == Never ? null : stored;
}
