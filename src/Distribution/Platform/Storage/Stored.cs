using Azure;
using Azure.Data.Tables;

namespace Distribution.Platform.Storage;

/// <summary>
/// A value as read from its table, with what is needed to write it back: its version and columns that this instance does not know.
/// </summary>
public sealed class Stored<T>(T value, TableEntity entity)
{
    public T Value { get; } = value;

    /// <summary>Version of the row; a write with an old one answers <see cref="WriteResult.Changed"/>.</summary>
    public ETag ETag { get; } = entity.ETag;

    /// <summary>When the row was last written.</summary>
    public DateTimeOffset? WrittenAt { get; } = entity.Timestamp;

    internal TableEntity Entity { get; } = entity;

    /// <summary>The row after a write.</summary>
    internal Stored<T> As(T written, ETag version) => new(written, new TableEntity(Entity) { ETag = version });
}
