using Azure;
using Distribution.Platform.Storage;

namespace Distribution.Audiences.Suppressions;

public sealed class RefusalStore(Tables tables) : Shelf<RefusedAddress>(tables[Tables.Refusals], Partition)
{
    private const string Partition = "refusals";

    /// <summary>A person says that the address is right: what was refused before counts no more.</summary>
    public Task ForgetAsync(string id, CancellationToken cancellationToken) => Rows.DeleteAsync(Partition, id, ETag.All, cancellationToken);
}
