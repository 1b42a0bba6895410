using Distribution.Platform.Storage;

namespace Distribution.Publisher.Organisations;

public sealed class OrganisationStore(Tables tables)
{
    private const string Key = "organisation";

    private readonly Rows<Organisation> rows = new(tables[Tables.Organisation]);

    public Task<Stored<Organisation>?> FindAsync(CancellationToken cancellationToken) => rows.FindAsync(Key, Key, cancellationToken);

    public Task<WriteResult> AddAsync(Organisation organisation, CancellationToken cancellationToken) =>
        rows.AddAsync(Key, Key, organisation, cancellationToken);

    public Task<WriteResult> ReplaceAsync(Stored<Organisation> read, Organisation organisation, CancellationToken cancellationToken) =>
        rows.ReplaceAsync(read, organisation, cancellationToken);
}
