using Distribution.Platform.Storage;

namespace Distribution.Publisher.Offices;

public sealed class OfficeStore(Tables tables) : ResourceStore<Office>(tables[Tables.Offices], "offices")
{
    /// <summary>Which office is above which, as of now.</summary>
    public async Task<OfficeTree> TreeAsync(CancellationToken cancellationToken)
    {
        List<Office> offices = [];
        await foreach (var office in AllAsync(cancellationToken)) offices.Add(office.Value);
        return new(offices);
    }
}
