using Azure.Data.Tables;
using Distribution.Audiences.MediaLists;
using Distribution.Audiences.Subscriptions;
using Distribution.Dispatches.Ledger;
using Distribution.Platform.Addresses;
using Distribution.Platform.Security;
using Distribution.Platform.Storage;
using Distribution.Publisher.Offices;
using Distribution.Publisher.Organisations;
using Distribution.Releases.Drafts;
using Distribution.Releases.Newsroom;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Distribution.Benchmarks.Parts;

/// <summary>An organisation with one office, one officer, media lists and releases, on a storage of the benchmark's.</summary>
internal sealed class PressRoom : IAsyncDisposable
{
    public const string Office = "port-of-spain";
    private const string Officer = "ana-officer";
    private const int RowsPerTransaction = 100;

    private readonly ServiceProvider services;

    private PressRoom(Dictionary<string, string?> settings)
    {
        Settings = settings;
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddDistribution(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .BuildServiceProvider();
    }

    /// <summary>The settings that another process needs to work on the same storage.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; }

    public static async Task<PressRoom> OpenAsync(BenchmarkStorage storage, CancellationToken cancellationToken)
    {
        PressRoom room = new(new()
        {
            ["Storage:ConnectionString"] = storage.ConnectionString,
            ["Storage:Prefix"] = $"b{Guid.NewGuid():N}"[..12],
            ["Security:ContactSecret"] = Convert.ToBase64String(new byte[32]),
            ["Security:LinkSecrets:0"] = Convert.ToBase64String(Enumerable.Repeat((byte)1, 32).ToArray()),
            ["Public:Address"] = "https://press.example.org",
        });
        await room.Get<PrepareStorage>().RunAsync(cancellationToken);
        await room.FoundAsync(cancellationToken);
        return room;
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>A media list with these numbers of one invented crowd as its readers; the same number is the same person.</summary>
    public async Task AddListAsync(string list, IEnumerable<int> readers, CancellationToken cancellationToken)
    {
        await Get<MediaListStore>().AddAsync(list, new() { Id = list, Names = new([new("en", list)]), Public = true }, cancellationToken);
        var table = Get<Tables>()[Tables.Subscriptions];
        var transactions = readers
            .Select(number => Subscribe(list, number))
            .GroupBy(subscription => subscription.Contact[0])
            .SelectMany(shard => shard.Chunk(RowsPerTransaction), (shard, rows) => (Partition: $"{list}.{shard.Key}", Rows: rows));
        await Parallel.ForEachAsync(
            transactions,
            new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = cancellationToken },
            async (transaction, token) =>
                await table.SubmitTransactionAsync(
                    transaction.Rows.Select(row => new TableTransactionAction(
                        TableTransactionActionType.Add, Rows<Subscription>.NewRow(transaction.Partition, row.Contact, row))), token));
    }

    /// <summary>A release in English that is not to be sent.</summary>
    public Task<Release> DraftAsync(string body, IReadOnlyList<string> lists, CancellationToken cancellationToken) =>
        AddAsync(ReleaseState.Draft, lists, body, TimeProvider.System.GetUtcNow(), cancellationToken);

    /// <summary>A release in English that is due now.</summary>
    public Task<Release> ScheduleAsync(IReadOnlyList<string> lists, string body, CancellationToken cancellationToken) =>
        ScheduleAsync(lists, body, TimeProvider.System.GetUtcNow(), cancellationToken);

    /// <summary>A release in English that is due at a time.</summary>
    public async Task<Release> ScheduleAsync(
        IReadOnlyList<string> lists, string body, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var release = await AddAsync(ReleaseState.Scheduled, lists, body, at, cancellationToken);
        await Get<ReleaseTimeStore>().AddDueAsync(release.Id, release.SendAt!.Value, cancellationToken);
        return release;
    }

    /// <summary>A release that is public, in one language, as many hours after the first one as its number.</summary>
    public async Task PublishAsync(int number, string language, string body, CancellationToken cancellationToken)
    {
        DateTimeOffset at = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddHours(number);
        Release release = new()
        {
            Id = NewId.Random(),
            Office = Office,
            PressOfficers = [Officer],
            Audience = new() { Lists = [] },
            OriginalLanguage = language,
            State = ReleaseState.Released,
            CreatedBy = "author",
            CreatedAt = at,
            ReleasedAt = at,
        };
        Translation text = new()
        {
            Language = language,
            Headline = $"Harbour reopens after storm number {number}",
            Summary = "Ferries run again from Friday; the fish market follows a week later.",
            Body = body,
            Slug = $"harbour-{release.Id[..8]}",
        };
        await Get<ReleaseStore>().AddAsync(release, [text], [], cancellationToken);
        await Get<ReleaseTimeStore>().AddPublicAsync(release.Id, at, cancellationToken);
        await Get<UpdateNewsroom>().RunAsync(release.Id, cancellationToken);
    }

    /// <summary>When the last outcome of a finished dispatch was recorded.</summary>
    public async Task<DateTimeOffset> LastOutcomeAsync(Dispatch dispatch, CancellationToken cancellationToken)
    {
        var last = DateTimeOffset.MinValue;
        await foreach (var batch in Get<BatchStore>().AllAsync(dispatch.Id, dispatch.Plan!, cancellationToken))
        {
            foreach (var outcome in batch.Outcomes) last = outcome.At > last ? outcome.At.Value : last;
        }

        return last;
    }

    public async Task<Dispatch?> FindDispatchAsync(Release release, CancellationToken cancellationToken) =>
        (await Get<DispatchStore>().FindAsync(Dispatch.IdOf(release.Id, release.Version, DispatchKind.Release), cancellationToken))?.Value;

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private async Task<Release> AddAsync(
        ReleaseState state, IReadOnlyList<string> lists, string body, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var now = TimeProvider.System.GetUtcNow();
        Release release = new()
        {
            Id = NewId.Random(),
            Office = Office,
            PressOfficers = [Officer],
            Audience = new() { Lists = lists },
            OriginalLanguage = "en",
            State = state,
            SendAt = at,
            CreatedBy = "author",
            CreatedAt = now,
        };
        Translation text =
            new() { Language = "en", Headline = "Harbour reopens after the storm", Body = body, Slug = $"harbour-{release.Id[..8]}" };
        await Get<ReleaseStore>().AddAsync(release, [text], [], cancellationToken);
        return release;
    }

    private Subscription Subscribe(string list, int number)
    {
        var address = MailAddress.Parse($"reader{number}@example.org")!;
        return new()
        {
            List = list,
            Contact = Get<AddressHash>().Compute(address),
            State = SubscriptionState.Confirmed,
            Consent = new("consent", "benchmark", TimeProvider.System.GetUtcNow()),
            ChangedAt = TimeProvider.System.GetUtcNow(),
            Address = address.ToString(),
            Name = $"Reader Number {number}",
            Languages = ["en"],
        };
    }

    private async Task FoundAsync(CancellationToken cancellationToken)
    {
        await Get<OrganisationStore>().AddAsync(
            new()
            {
                Names = new([new("en", "Harbour Organisation")]),
                Languages = ["en"],
                PostalAddress = "1 Harbour Road, Port of Spain",
                Website = "https://harbour.example.org",
                SenderAddress = "press@harbour.example.org",
            },
            cancellationToken);
        Office office = new()
        {
            Id = Office,
            Names = new([new("en", "Port of Spain")]),
            Country = "TT",
            TimeZone = "America/Port_of_Spain",
            Phone = "+18685550100",
            ReplyAddress = "pos@harbour.example.org",
        };
        PressOfficer officer = new()
        {
            Id = Officer,
            Office = Office,
            Name = "Ana Officer",
            Email = "ana@harbour.example.org",
            Phones = [new() { Number = "+18685550101", Visibility = PhoneVisibility.Web }],
            Languages = ["en"],
        };
        await Get<OfficeStore>().AddAsync(office.Id, office, cancellationToken);
        await Get<PressOfficerStore>().AddAsync(officer.Id, officer, cancellationToken);
    }
}
