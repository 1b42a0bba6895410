using Azure;
using Distribution.Platform.Storage;

namespace Distribution.Audiences.Suppressions;

public sealed class HardRefusalStore(Tables tables) : ResourceStore<RefusedAddress>(tables[Tables.HardRefusals], Partition)
{
    private const string Partition = "hard-refusals";

    /// <summary>A person says that the address is right: what was refused before counts no more.</summary>
    public Task ForgetAsync(string id, CancellationToken cancellationToken) => Rows.DeleteAsync(Partition, id, ETag.All, cancellationToken);
}
