using Distribution.Platform.Storage;

namespace Distribution.Releases.Drafts;

public sealed class SlugStore(Tables tables)
{
    private const string Row = "slug";

    private readonly Rows<ReservedSlug> rows = new(tables[Tables.Slugs]);

    public Task<Stored<ReservedSlug>?> FindAsync(string slug, CancellationToken cancellationToken) =>
        rows.FindAsync(slug, Row, cancellationToken);

    public Task<WriteResult> AddAsync(string slug, ReservedSlug reserved, CancellationToken cancellationToken) =>
        rows.AddAsync(slug, Row, reserved, cancellationToken);
}
