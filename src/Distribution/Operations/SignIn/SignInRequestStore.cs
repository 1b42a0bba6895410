using Azure.Data.Tables;
using Distribution.Platform.Storage;

namespace Distribution.Operations.SignIn;

public sealed class SignInRequestStore(Tables tables)
{
    private readonly Rows<SignInRequest> rows = new(tables[Tables.SignIns]);

    public Task AddAsync(SignInRequest request, CancellationToken cancellationToken) =>
        rows.AddAsync(PartitionOf(request.Id), request.Id, request, cancellationToken);

    public Task<Stored<SignInRequest>?> FindAsync(string id, CancellationToken cancellationToken) =>
        rows.FindAsync(PartitionOf(id), id, cancellationToken);

    public Task<WriteResult> ReplaceAsync(Stored<SignInRequest> read, SignInRequest value, CancellationToken cancellationToken) =>
        rows.ReplaceAsync(read, value, cancellationToken);

    /// <summary>Requests that expired before an instant; reads the whole table.</summary>
    public IAsyncEnumerable<Stored<SignInRequest>> ExpiredBeforeAsync(DateTimeOffset instant, CancellationToken cancellationToken) =>
        rows.QueryAsync(TableClient.CreateQueryFilter($"ExpiresAt lt {instant}"), cancellationToken);

    public Task<WriteResult> DeleteAsync(Stored<SignInRequest> read, CancellationToken cancellationToken) =>
        rows.DeleteAsync(read, cancellationToken);

    private static string PartitionOf(string id) => id.Length > 1 ? id[..2] : id;
}
