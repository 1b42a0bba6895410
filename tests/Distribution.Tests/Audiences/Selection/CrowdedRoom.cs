using Distribution.Audiences.Selection;
using Distribution.Audiences.Subscriptions;
using Distribution.Audiences.Suppressions;
using Distribution.Contacts.Outlets;
using Distribution.Platform.Addresses;
using Distribution.Platform.Security;
using Distribution.Testing;

namespace Distribution.Tests.Audiences.Selection;

/// <summary>
/// A generated press room: people on some of four lists in all states, some suppressed or archived, at outlets of all types.
/// </summary>
internal sealed class CrowdedRoom(DispatchHost desk, Random random)
{
    private static readonly string[] Lists = ["alpha", "beta", "gamma", "delta"];
    private static readonly string[] Countries = ["TT", "JM", "BS", "HT"];
    private static readonly string[] Topics = ["reefs", "health", "sport"];
    private static readonly string[] Languages = ["en", "fr", "es-419", "pt"];
    private static readonly string[] Outlets = ["tribune", "wave", "wire"];

    private readonly List<string> people = [];

    public async Task FillAsync(int count, CancellationToken cancellationToken)
    {
        foreach (var list in Lists) await desk.AddListAsync(list, cancellationToken);
        foreach (var (number, outlet) in Outlets.Index())
            await desk.Get<OutletStore>()
                .AddAsync(outlet, new() { Id = outlet, Name = outlet, Type = (OutletType)number }, cancellationToken);
        for (var number = 0; number < count; number++) await AddAsync(number, cancellationToken);
    }

    /// <summary>Some lists, and now and then each filter and each way to leave people out.</summary>
    public Audience Audience()
    {
        var lists = Lists.OrderBy(_ => random.Next()).ToList();
        return new()
        {
            Lists = lists[..random.Next(1, 4)],
            Languages = random.Next(3) == 0 ? ["en", "es"] : [],
            Countries = random.Next(3) == 0 ? Some(Countries) : [],
            Topics = random.Next(3) == 0 ? Some(Topics) : [],
            OutletTypes = random.Next(3) == 0 ? [OutletType.Daily, OutletType.Radio] : [],
            ExcludedLists = random.Next(2) == 0 ? lists[3..] : [],
            ExcludedOutlets = random.Next(3) == 0 ? ["wave"] : [],
            ExcludedContacts = random.Next(2) == 0 ? people[..3] : [],
        };
    }

    private async Task AddAsync(int number, CancellationToken cancellationToken)
    {
        var address = MailAddress.Parse($"p{number}@example.org")!;
        Subscription person = new()
        {
            List = "",
            Contact = desk.Get<AddressHash>().Compute(address),
            State = SubscriptionState.Confirmed,
            Consent = new("consent", "generated", desk.Clock.GetUtcNow()),
            ChangedAt = desk.Clock.GetUtcNow(),
            Address = address.ToString(),
            Name = $"Person {number}",
            Languages = Some(Languages),
            Countries = random.Next(5) == 0 ? [] : Some(Countries),
            Topics = Some(Topics),
            Outlet = random.Next(4) == 0 ? null : Outlets[random.Next(Outlets.Length)],
            IsArchived = random.Next(10) == 0,
        };
        people.Add(person.Contact);
        foreach (var list in Lists.Where(_ => random.Next(2) == 0))
        {
            var state = random.Next(4) == 0 ? (SubscriptionState)random.Next(3) : SubscriptionState.Confirmed;
            await desk.Get<SubscriptionStore>().AddAsync(person with { List = list, State = state }, cancellationToken);
        }

        if (random.Next(8) == 0)
        {
            SuppressionInput suppression = new() { Address = person.Address, Reason = SuppressionReason.Asked, Evidence = "generated" };
            await desk.Get<AddSuppression>().RunAsync(suppression, cancellationToken);
        }
    }

    private string[] Some(string[] values) => [.. values.OrderBy(_ => random.Next()).Take(random.Next(1, values.Length))];
}
