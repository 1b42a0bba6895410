using Azure.Data.Tables;
using Microsoft.Extensions.Options;

namespace Distribution.Platform.Storage;

/// <summary>The program's tables by name, with the configured prefix.</summary>
public sealed class Tables(TableServiceClient service, IOptions<StorageOptions> options)
{
    public const string Addresses = nameof(Addresses);
    public const string ApiKeys = nameof(ApiKeys);
    public const string Audit = nameof(Audit);
    public const string Batches = nameof(Batches);
    public const string ContactIndex = nameof(ContactIndex);
    public const string Contacts = nameof(Contacts);
    public const string Digests = nameof(Digests);
    public const string Dispatches = nameof(Dispatches);
    public const string Duplicates = nameof(Duplicates);
    public const string Erasures = nameof(Erasures);
    public const string HardRefusals = nameof(HardRefusals);
    public const string IdempotencyKeys = nameof(IdempotencyKeys);
    public const string Imports = nameof(Imports);
    public const string Jobs = nameof(Jobs);
    public const string Limits = nameof(Limits);
    public const string MediaLists = nameof(MediaLists);
    public const string Merges = nameof(Merges);
    public const string Newsroom = nameof(Newsroom);
    public const string Offices = nameof(Offices);
    public const string Organisation = nameof(Organisation);
    public const string Outbox = nameof(Outbox);
    public const string Outlets = nameof(Outlets);
    public const string PressOfficers = nameof(PressOfficers);
    public const string Releases = nameof(Releases);
    public const string ReleaseTimes = nameof(ReleaseTimes);
    public const string Resolutions = nameof(Resolutions);
    public const string SendExclusions = nameof(SendExclusions);
    public const string SendRates = nameof(SendRates);
    public const string Sessions = nameof(Sessions);
    public const string SignIns = nameof(SignIns);
    public const string Slugs = nameof(Slugs);
    public const string Subscriptions = nameof(Subscriptions);
    public const string Suppressions = nameof(Suppressions);
    public const string Tokens = nameof(Tokens);
    public const string Topics = nameof(Topics);
    public const string Users = nameof(Users);

    /// <summary>Every table that <see cref="PrepareStorage"/> creates.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Addresses, ApiKeys, Audit, Batches, ContactIndex, Contacts, Digests, Dispatches, Duplicates, Erasures, HardRefusals,
        IdempotencyKeys, Imports, Jobs, Limits, MediaLists, Merges, Newsroom, Offices, Organisation, Outbox, Outlets, PressOfficers,
        Releases, ReleaseTimes, Resolutions, SendExclusions, SendRates, Sessions, SignIns,
        Slugs, Subscriptions, Suppressions, Tokens, Topics, Users,
    ];

    public TableClient this[string name] => service.GetTableClient(options.Value.Prefix + name);
}
