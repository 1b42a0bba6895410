using Distribution.Platform.Storage;

namespace Distribution.Audiences.MediaLists;

/// <summary>Media lists by id. Whenever the rule of one changes, it is applied to all contacts.</summary>
public sealed class MediaListStore(
    Tables tables, RequestRefresh requestRefresh) : ResourceStore<MediaList>(tables[Tables.MediaLists], "lists")
{
    public override Task<WriteResult> AddAsync(string id, MediaList value, CancellationToken cancellationToken) =>
        requestRefresh.RunAsync(value.Rule is null ? [] : [id], () => base.AddAsync(id, value, cancellationToken), cancellationToken);

    public override Task<WriteResult> ReplaceAsync(Stored<MediaList> read, MediaList value, CancellationToken cancellationToken) =>
        requestRefresh.RunAsync(
            Equals(read.Value.Rule, value.Rule) ? [] : [value.Id],
            () => base.ReplaceAsync(read, value, cancellationToken),
            cancellationToken);

    /// <summary>The members that its rule has put there go in the background.</summary>
    public override Task<WriteResult> DeleteAsync(Stored<MediaList> read, CancellationToken cancellationToken) =>
        requestRefresh.RunAsync(
            read.Value.Rule is null ? [] : [read.Value.Id], () => base.DeleteAsync(read, cancellationToken), cancellationToken);
}
