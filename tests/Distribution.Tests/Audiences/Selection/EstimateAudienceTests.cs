using Distribution.Audiences.Selection;
using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Records;
using Distribution.Platform.Addresses;
using Distribution.Platform.Security;
using Distribution.Publisher.Organisations;
using Distribution.Releases.Drafts;
using Distribution.Testing;
using Distribution.Testing.Faults;

namespace Distribution.Tests.Audiences.Selection;

public sealed class EstimateAudienceTests(Azurite azurite)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task What_is_estimated_is_what_is_planned(int seed)
    {
        await using var desk = await DispatchHost.OpenAsync(azurite, Token);
        CrowdedRoom room = new(desk, new Random(seed));
        await room.FillAsync(30, Token);
        for (var round = 0; round < 6; round++)
        {
            var (estimate, dispatch) = await EstimateAndPlanAsync(desk, room.Audience());

            Assert.Equal(dispatch.Planned, estimate.Planned);
            Assert.Equal(Sorted(dispatch.Excluded), Sorted(estimate.Excluded));
            var totals = await desk.Get<ReadDispatchTotals>().RunAsync(dispatch, Token);
            Assert.Equal(Sorted(totals.Languages.ToDictionary(language => language.Key, language => language.Value.Values.Sum())), Sorted(estimate.Languages));
            Assert.Equal(Sorted(totals.Lines.GroupBy(line => line.List).ToDictionary(list => list.Key, list => list.Sum(line => line.Planned))), Sorted(estimate.Lists));
            Assert.All([estimate.Countries, estimate.OutletTypes], counts => Assert.Equal(estimate.Planned, counts.Values.Sum()));
            await AssertEverybodyCountsOnceAsync(desk, dispatch, estimate);
        }
    }

    [Fact]
    public async Task Exclusions_and_types_of_outlets_are_honoured_in_the_mails_that_are_sent()
    {
        await using var desk = await DispatchHost.OpenAsync(azurite, Token);
        foreach (var list in new[] { "press", "rivals" }) await desk.AddListAsync(list, Token);
        foreach (var name in new[] { "rosa", "ana", "jo" }) await desk.SubscribeAsync("press", $"{name}@example.org", Token);
        foreach (var name in new[] { "ana", "outsider" }) await desk.SubscribeAsync("rivals", $"{name}@example.org", Token);
        var jo = desk.Get<AddressHash>().Compute(MailAddress.Parse("jo@example.org")!);
        var release = await desk.ScheduleAsync(["press"], Token);
        await ChangeAsync(desk, release, release.Audience with { ExcludedLists = ["rivals"], ExcludedContacts = [jo] });

        await desk.RunAsync(Token);

        Assert.Equal(["rosa@example.org"], (await desk.OutcomesAsync(await desk.DispatchOfAsync(release, Token), Token)).Keys);
        var dispatch = await desk.DispatchOfAsync(release, Token);
        Assert.Equal((1, 2), (dispatch.Planned, dispatch.Excluded[AudienceRule.Excluded]));
        Assert.Single(dispatch.Excluded);
    }

    [Fact]
    public async Task An_estimate_stores_nothing()
    {
        await using var proxy = await StorageProxy.StartAsync(azurite, Token);
        await using var desk = await DispatchHost.OpenAsync(azurite, Token, proxy.Setting);
        await desk.AddListAsync("press", Token);
        await desk.SubscribeAsync("press", "rosa@example.org", Token);
        proxy.CountAnew();

        var estimate = await desk.Get<EstimateAudience>().RunAsync(new(new() { Lists = ["press"] }, ["en"], "en", new Dictionary<string, string>()), Token);

        Assert.Equal((1, 1, 0), (estimate.Planned, estimate.Rows, estimate.Duplicates));
        Assert.All(proxy.Counts.Keys, request => Assert.StartsWith("GET ", request, StringComparison.Ordinal));
        Assert.Equal(16, proxy.Counts["GET Subscriptions"]);
    }

    private static async Task<(AudienceEstimate Estimate, Dispatch Dispatch)> EstimateAndPlanAsync(DispatchHost desk, Audience audience)
    {
        var release = await desk.ScheduleAsync(audience.Lists, Token, "en", "fr", "es");
        await ChangeAsync(desk, release, audience);
        var document = (await desk.Get<ReleaseStore>().FindAsync(release.Id, Token))!;
        var organisation = (await desk.Get<OrganisationStore>().FindAsync(Token))!.Value;
        var estimate = await desk.Get<EstimateAudience>().RunAsync(document.AddressingBy(organisation), Token);
        await desk.RunTimerAsync(Token);
        return (estimate, await desk.DispatchOfAsync(release, Token));
    }

    private static async Task ChangeAsync(DispatchHost desk, Release release, Audience audience)
    {
        var row = (await desk.Get<ReleaseStore>().FindMainAsync(release.Id, Token))!;
        await desk.Get<ReleaseStore>().ReplaceAsync(row, row.Value with { Audience = audience }, Token);
    }

    /// <summary>Everybody on the lists is planned, or left out for one reason; explaining finds the same of each.</summary>
    private static async Task AssertEverybodyCountsOnceAsync(DispatchHost desk, Dispatch dispatch, AudienceEstimate estimate)
    {
        var release = (await desk.Get<ReleaseStore>().FindAsync(dispatch.Release, Token))!;
        var addressing = release.AddressingBy((await desk.Get<OrganisationStore>().FindAsync(Token))!.Value);
        var rows = 0;
        Dictionary<string, int> reasons = [];
        await foreach (var people in desk.Get<ReadAudience>().RunAsync(addressing.Audience.Lists, Token))
        {
            rows += people.Count;
            var explained = (await desk.Get<ExplainAudience>().RunAsync(addressing, people[0].Contact, Token))!;
            var reason = explained.Reason ?? "planned";
            reasons[reason] = reasons.GetValueOrDefault(reason) + 1;
        }

        Assert.Equal(estimate.Planned, reasons.GetValueOrDefault("planned"));
        Assert.Equal(Sorted(estimate.Excluded), Sorted(reasons).Where(reason => reason.Key != "planned"));
        Assert.Equal(rows, estimate.Planned + estimate.Excluded.Values.Sum() + estimate.Duplicates);
    }

    private static IEnumerable<KeyValuePair<string, int>> Sorted(IReadOnlyDictionary<string, int> counts) =>
        counts.OrderBy(count => count.Key, StringComparer.Ordinal);
}
