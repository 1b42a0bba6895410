using System.Globalization;
using Azure.Data.Tables;
using Distribution.Platform.Storage;

namespace Distribution.Releases.Drafts;

/// <summary>Releases by time, so that nothing that waits, and nothing that is read newest first, is searched for.</summary>
public sealed class ReleaseTimeStore(Tables tables)
{
    private const string Due = "due";
    private const string Public = "public";
    private const string Published = "published";

    private readonly Rows<ReleaseTime> rows = new(tables[Tables.ReleaseTimes]);

    /// <summary>Remembers that a release is to be sent at an instant.</summary>
    public Task AddDueAsync(string release, DateTimeOffset at, CancellationToken cancellationToken) =>
        PutAsync(Due, Forward(at, release), release, at, cancellationToken);

    /// <summary>
    /// Remembers that translations of a public release are to be looked at, at an instant: they have come, or their recipients have waited
    /// long
    /// enough.
    /// </summary>
    public Task AddDueTranslationAsync(
        string release, int version, DateTimeOffset at, CancellationToken cancellationToken) => rows.PutAsync(
        Due, $"{Forward(at, release)}.{version}", new ReleaseTime { Release = release, At = at, Translation = version }, cancellationToken);

    /// <summary>Rows whose time has come, oldest first.</summary>
    public IAsyncEnumerable<Stored<ReleaseTime>> DueAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        rows.QueryAsync(
            TableClient.CreateQueryFilter($"PartitionKey eq {Due} and RowKey lt {Forward(now.AddTicks(1), "")}"), cancellationToken);

    /// <summary>Those of one release.</summary>
    public IAsyncEnumerable<Stored<ReleaseTime>> DueAsync(string release, DateTimeOffset now, CancellationToken cancellationToken) =>
        rows.QueryAsync(
            TableClient.CreateQueryFilter($"PartitionKey eq {Due} and RowKey lt {Forward(now.AddTicks(1), "")} and Release eq {release}"),
            cancellationToken);

    /// <summary>The row has served, unless someone schedules the release for the same instant at this moment: then it stays.</summary>
    public Task RemoveDueAsync(Stored<ReleaseTime> read, CancellationToken cancellationToken) => rows.DeleteAsync(read, cancellationToken);

    public Task AddPublicAsync(string release, DateTimeOffset at, CancellationToken cancellationToken) =>
        PutAsync(Public, Backward(at, release), release, at, cancellationToken);

    /// <summary>Remembers when a release became public in fact, before it does.</summary>
    public Task AddPublishedAsync(string release, DateTimeOffset at, CancellationToken cancellationToken) =>
        PutAsync(Published, Forward(at, release), release, at, cancellationToken);

    /// <summary>The releases that really became public from one instant to before another, oldest first.</summary>
    public IAsyncEnumerable<Stored<ReleaseTime>> PublishedAsync(
        DateTimeOffset from, DateTimeOffset end, CancellationToken cancellationToken) => rows.QueryAsync(
        TableClient.CreateQueryFilter($"PartitionKey eq {Published} and RowKey ge {Forward(from, "")} and RowKey lt {Forward(end, "")}"),
        cancellationToken);

    /// <summary>Releases that are public, newest first.</summary>
    public Task<Page<Stored<ReleaseTime>>> PublicAsync(int limit, string? after, CancellationToken cancellationToken) =>
        PageAsync(Public, limit, after, cancellationToken);

    private Task<Page<Stored<ReleaseTime>>> PageAsync(string partition, int limit, string? after, CancellationToken cancellationToken) =>
        rows.PageAsync(
            TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey gt {after ?? ""}"), limit, cancellationToken);

    private Task<WriteResult> PutAsync(
        string partition, string row, string release, DateTimeOffset at, CancellationToken cancellationToken) =>
        rows.PutAsync(partition, row, new ReleaseTime { Release = release, At = at }, cancellationToken);

    private static string Forward(DateTimeOffset at, string release) => Key(at.UtcTicks, release);

    private static string Backward(DateTimeOffset at, string release) => Key(DateTimeOffset.MaxValue.UtcTicks - at.UtcTicks, release);

    private static string Key(long acknowledgements, string release) =>
        string.Create(CultureInfo.InvariantCulture, $"{acknowledgements:D19}.{release}");
}
