using Azure.Data.Tables;
using Distribution.Platform.Storage;

namespace Distribution.Contacts.Search;

/// <summary>A row of the index.</summary>
/// <param name="Flags">Columns that are true, one for each facet.</param>
public sealed record IndexRow(IndexKey Key, IndexEntry Entry, IReadOnlyList<string> Flags)
{
    internal TableEntity ToEntity()
    {
        var entity = Rows<IndexEntry>.NewRow(Key.Partition, Key.Row, Entry);
        foreach (var flag in Flags) entity[flag] = true;
        return entity;
    }
}
