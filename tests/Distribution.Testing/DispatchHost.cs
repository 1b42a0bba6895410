using Azure.Storage.Queues.Models;
using Distribution.Audiences.MediaLists;
using Distribution.Audiences.Subscriptions;
using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Planning;
using Distribution.Dispatches.Sending;
using Distribution.Mail.Outcomes;
using Distribution.Platform.Addresses;
using Distribution.Platform.Jobs;
using Distribution.Platform.Security;
using Distribution.Platform.Storage;
using Distribution.Publisher.Offices;
using Distribution.Publisher.Organisations;
using Distribution.Releases.Drafts;
using Distribution.Testing.Smtp;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Distribution.Testing;

/// <summary>
/// The application without its web side, on real storage and a real SMTP server, with a clock that the test moves and queues that the test
/// empties. It opens with an organisation, one office and one press officer.
/// </summary>
public sealed class DispatchHost : IAsyncDisposable
{
    public const string Office = "port-of-spain";
    public const string PressOfficer = "ana-officer";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly ServiceProvider services;
    private readonly bool ownsRelay;

    private DispatchHost(Dictionary<string, string?> settings, FakeTimeProvider clock, ScriptedSmtpServer relay, bool ownsRelay)
    {
        (Settings, Clock, Relay, this.ownsRelay) = (settings, clock, relay, ownsRelay);
        services = Build(settings, clock);
    }

    /// <summary>Its settings, for another process on the same storage and relay.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; }

    public FakeTimeProvider Clock { get; }

    public ScriptedSmtpServer Relay { get; }

    /// <param name="azurite">The storage.</param>
    /// <param name="cancellationToken">The test's.</param>
    /// <param name="settings">Settings beside or instead of the usual ones.</param>
    public static Task<DispatchHost> OpenAsync(
        Azurite azurite, CancellationToken cancellationToken, params (string Key, string? Value)[] settings) =>
        OpenAsync(azurite, ScriptedSmtpServer.Start(), NewClock(), settings, cancellationToken);

    /// <summary>With a relay of another kind than the usual one, which waits by the test's clock.</summary>
    public static Task<DispatchHost> OpenAsync(
        Azurite azurite, SmtpServerSettings relay, CancellationToken cancellationToken, params (string Key, string? Value)[] settings)
    {
        var clock = NewClock();
        return OpenAsync(azurite, ScriptedSmtpServer.Start(relay with { Clock = clock }), clock, settings, cancellationToken);
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>
    /// A second instance of the program on the same storage, relay and clock, with settings instead of the first one's if given.
    /// </summary>
    public DispatchHost Another(params (string Key, string? Value)[] settings) => new(With(settings), Clock, Relay, ownsRelay: false);

    /// <summary>
    /// A second instance that is about to die: its clock stands still, so that once it waits for an answer it does nothing more.
    /// </summary>
    public DispatchHost Doomed(params (string Key, string? Value)[] settings) =>
        new(With(settings), new(Clock.GetUtcNow()), Relay, ownsRelay: false);

    public async Task AddListAsync(string id, CancellationToken cancellationToken) =>
        await Get<MediaListStore>().AddAsync(id, new() { Id = id, Names = new([new("en", id)]), Public = true }, cancellationToken);

    /// <summary>Puts someone on a list, whether or not the contact itself is stored.</summary>
    /// <returns>The contact's id.</returns>
    public async Task<string> SubscribeAsync(
        string list,
        string address,
        CancellationToken cancellationToken,
        SubscriptionState state = SubscriptionState.Confirmed,
        params IReadOnlyList<string> languages)
    {
        var subscription = Subscription(list, address, state, languages);
        await Get<SubscriptionStore>().AddAsync(subscription, cancellationToken);
        return subscription.Contact;
    }

    /// <summary>
    /// Puts so many people on a list at once, r0@example.org and so on. They have no pointers, so that planning finds them and nothing else
    /// does.
    /// </summary>
    public async Task SubscribeManyAsync(string list, int count, CancellationToken cancellationToken)
    {
        Rows<Subscription> rows = new(Get<Tables>()[Tables.Subscriptions]);
        var people =
            Enumerable.Range(0, count).Select(number => Subscription(list, $"r{number}@example.org", SubscriptionState.Confirmed, []));
        foreach (var shard in people.GroupBy(person => SubscriptionStore.Partition(list, person.Contact[0])))
        {
            foreach (var some in shard.Chunk(100))
                await rows.AddAllAsync(shard.Key, some.Select(person => (person.Contact, person)), cancellationToken);
        }
    }

    /// <summary>Schedules a release for now in the languages, to the lists.</summary>
    public Task<Release> ScheduleAsync(
        IReadOnlyList<string> lists, CancellationToken cancellationToken, params IReadOnlyList<string> languages) =>
        ScheduleAsync(lists, Clock.GetUtcNow(), cancellationToken, languages);

    /// <summary>The last part of the address of a release that was scheduled here.</summary>
    public static string SlugOf(string release, string language) => $"{release[..8]}-{language}";

    public async Task<Release> ScheduleAsync(
        IReadOnlyList<string> lists, DateTimeOffset sendAt, CancellationToken cancellationToken, params IReadOnlyList<string> languages)
    {
        IReadOnlyList<string> written = languages.Count > 0 ? languages : ["en"];
        var id = NewId.Random();
        Release release = new()
        {
            Id = id,
            Office = Office,
            PressOfficers = [PressOfficer],
            Audience = new() { Lists = lists },
            OriginalLanguage = written[0],
            Headlines = new([.. written.Select(language => new KeyValuePair<string, string>(language, $"Headline in {language}"))]),
            State = ReleaseState.Scheduled,
            SendAt = sendAt,
            CreatedBy = "author",
            CreatedAt = Clock.GetUtcNow(),
        };
        List<Translation> translations = [.. written.Select(language => new Translation
        {
            Language = language,
            Headline = $"Headline in {language}",
            Body = $"Body in {language}.",
            Slug = SlugOf(id, language),
        })];
        foreach (var text in translations)
            await Get<SlugStore>().AddAsync(text.Slug!, new() { Release = id, Language = text.Language }, cancellationToken);
        await Get<ReleaseStore>().AddAsync(release, translations, [], cancellationToken);
        // Last: a server that runs meanwhile drops the time of a release that is not there.
        await Get<ReleaseTimeStore>().AddDueAsync(release.Id, sendAt, cancellationToken);
        return release;
    }

    /// <summary>Runs the timers of every minute: due releases, sending, jobs.</summary>
    public async Task RunTimerAsync(CancellationToken cancellationToken)
    {
        await Get<DispatchDueReleases>().RunAsync(cancellationToken);
        await Get<ContinueDispatches>().RunAsync(cancellationToken);
        await Get<WakeJobs>().RunAsync(cancellationToken);
    }

    /// <summary>Handles every message of all queues until they are empty.</summary>
    public async Task RunQueuesAsync(CancellationToken cancellationToken)
    {
        while (await RunQueueAsync(Queues.Releases, Get<StartRelease>().RunAsync, cancellationToken)
            || await RunQueueAsync(Queues.Batches, Get<SendBatch>().RunAsync, cancellationToken)
            || await RunQueueAsync(Queues.Urgent, Get<RunWork>().RunAsync, cancellationToken)
            || await RunQueueAsync(Queues.Work, Get<RunWork>().RunAsync, cancellationToken)) { }
    }

    /// <summary>Timer, queues, timer: a release that is due is sent and closed.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await RunTimerAsync(cancellationToken);
        await RunQueuesAsync(cancellationToken);
        await RunTimerAsync(cancellationToken);
        await RunQueuesAsync(cancellationToken);
    }

    /// <summary>Takes all messages off the queue of batches without handling them.</summary>
    public async Task<IReadOnlyList<string>> TakeBatchMessagesAsync(CancellationToken cancellationToken)
    {
        List<string> taken = [];
        while (await TakeAsync(Queues.Batches, cancellationToken) is { Length: > 0 } messages)
        {
            foreach (var message in messages) taken.Add(message.MessageText);
        }

        return taken;
    }

    public async Task<Dispatch> DispatchOfAsync(Release release, CancellationToken cancellationToken)
    {
        var id = Dispatch.IdOf(release.Id, release.Version, DispatchKind.Release);
        return (await Get<DispatchStore>().FindAsync(id, cancellationToken))!.Value;
    }

    /// <summary>Waits for other processes to finish the dispatch and, which is the write after it, to close its release.</summary>
    public async Task<Dispatch> WaitUntilFinishedAsync(Release release, CancellationToken cancellationToken)
    {
        var id = Dispatch.IdOf(release.Id, release.Version, DispatchKind.Release);
        while (true)
        {
            var isClosed = await Get<ReleaseStore>().FindMainAsync(release.Id, cancellationToken) is { Value.State: ReleaseState.Released };
            if (isClosed
                && await Get<DispatchStore>().FindAsync(id, cancellationToken) is { Value: { State: DispatchState.Finished } finished })
                return finished;
            await Task.Delay(Pause, TimeProvider.System, cancellationToken);
        }
    }

    /// <summary>The outcomes of a dispatch by address.</summary>
    public async Task<IReadOnlyDictionary<string, Outcome>> OutcomesAsync(Dispatch dispatch, CancellationToken cancellationToken)
    {
        Dictionary<string, Outcome> outcomes = [];
        await foreach (var batch in Get<BatchStore>().AllAsync(dispatch.Id, dispatch.Plan!, cancellationToken))
        {
            foreach (var (recipient, outcome) in batch.Recipients.Zip(batch.Outcomes)) outcomes.Add(recipient.Address, outcome);
        }

        return outcomes;
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        if (ownsRelay) await Relay.DisposeAsync();
    }

    private Subscription Subscription(string list, string address, SubscriptionState state, IReadOnlyList<string> languages)
    {
        var mailAddress = MailAddress.Parse(address)!;
        return new()
        {
            List = list,
            Contact = Get<AddressHash>().Compute(mailAddress),
            State = state,
            Consent = new("consent", "said so on the telephone", Clock.GetUtcNow()),
            ChangedAt = Clock.GetUtcNow(),
            Address = mailAddress.ToString(),
            Name = mailAddress.Local,
            Languages = languages.Count > 0 ? languages : ["en"],
        };
    }

    private Dictionary<string, string?> With((string Key, string? Value)[] settings)
    {
        Dictionary<string, string?> all = new(Settings);
        foreach (var (key, value) in settings) all[key] = value;
        return all;
    }

    private async Task<bool> RunQueueAsync(string queue, Func<string, CancellationToken, Task> handle, CancellationToken cancellationToken)
    {
        var messages = await TakeAsync(queue, cancellationToken);
        foreach (var message in messages) await handle(message.MessageText, cancellationToken);
        return messages.Length > 0;
    }

    private async Task<QueueMessage[]> TakeAsync(string queue, CancellationToken cancellationToken)
    {
        var client = Get<Queues>()[queue];
        var messages = (await client.ReceiveMessagesAsync(32, TimeSpan.FromMinutes(5), cancellationToken)).Value;
        foreach (var message in messages) await client.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellationToken);
        return messages;
    }

    private async Task FoundAsync(CancellationToken cancellationToken)
    {
        Organisation organisation = new()
        {
            Names = new([new("en", "Harbour Organisation"), new("fr", "Organisation du port")]),
            Languages = ["en", "fr", "es"],
            PostalAddress = "1 Harbour Road, Port of Spain",
            Website = "https://harbour.example.org",
            SenderAddress = "press@harbour.example.org",
        };
        Office office = new()
        {
            Id = Office,
            Names = new([new("en", "Port of Spain"), new("fr", "Port-d'Espagne")]),
            Country = "TT",
            TimeZone = "America/Port_of_Spain",
            Phone = "+18685550100",
            ReplyAddress = "pos@harbour.example.org",
        };
        PressOfficer officer = new()
        {
            Id = PressOfficer,
            Office = Office,
            Name = "Ana Officer",
            Email = "ana@harbour.example.org",
            Phones = [new() { Number = "+18685550101", Visibility = PhoneVisibility.Web }],
            Languages = ["en"],
        };
        await Get<OrganisationStore>().AddAsync(organisation, cancellationToken);
        await Get<OfficeStore>().AddAsync(office.Id, office, cancellationToken);
        await Get<PressOfficerStore>().AddAsync(officer.Id, officer, cancellationToken);
    }

    private static async Task<DispatchHost> OpenAsync(
        Azurite azurite,
        ScriptedSmtpServer relay,
        FakeTimeProvider clock,
        (string Key, string? Value)[] settings,
        CancellationToken cancellationToken)
    {
        var all = Usual(azurite, relay);
        foreach (var (key, value) in settings) all[key] = value;
        DispatchHost desk = new(all, clock, relay, ownsRelay: true);
        await desk.Get<PrepareStorage>().RunAsync(cancellationToken);
        await desk.FoundAsync(cancellationToken);
        return desk;
    }

    private static FakeTimeProvider NewClock() => new(new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));

    private static Dictionary<string, string?> Usual(Azurite azurite, ScriptedSmtpServer relay) => new(TestSettings.For(azurite))
    {
        ["Mail:Host"] = ScriptedSmtpServer.Host,
        ["Mail:Port"] = $"{relay.Port}",
        ["Mail:Security"] = "None",
        ["Mail:Recipients"] = "*",
    };

    private static ServiceProvider Build(IDictionary<string, string?> settings, FakeTimeProvider clock) =>
        new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(clock)
            .AddDistribution(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
}
