using System.Net;
using Distribution.Audiences.Subscriptions;
using Distribution.Dispatches.Digests;
using Distribution.Platform.Storage;
using Distribution.Testing;

namespace Distribution.Web.Tests.Contacts.Contacts;

public sealed class DeliveryPreferencesTests(PressOfficeHost fixture) : IClassFixture<PressOfficeHost>
{
    private readonly HttpHost app = fixture.App;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Delivery_preferences_reach_the_lists_and_no_edit_takes_them_away()
    {
        var (address, id) = await ContactAsync("rosa@example.org");
        await SubscribeAsync(address);
        var until = app.Clock.GetUtcNow().AddDays(30);

        using var changed = await app.Administrator.PutAsync($"{address}/delivery-preferences", $$"""{ "pausedUntil": "{{until:O}}", "digestHour": 18, "laterTranslations": true }""");
        using var edited = await app.Administrator.PutAsync(address, Json("rosa@example.org").Replace("Rosa", "Rosa Díaz", StringComparison.Ordinal));

        Assert.Equal(18, (await changed.JsonAsync()).GetProperty("deliveryPreferences").GetProperty("digestHour").GetInt32());
        Assert.True((await edited.JsonAsync()).GetProperty("deliveryPreferences").GetProperty("laterTranslations").GetBoolean());
        var subscription = (await app.Get<SubscriptionStore>().FindAsync("everyone", id, Token))!.Value;
        Assert.Equal((until, true), (subscription.PausedUntil, subscription.LaterTranslations));
        using var why = await app.Administrator.PostAsync("/api/audiences/why", $$"""{ "contact": "{{id}}", "audience": { "lists": ["everyone"] } }""");
        Assert.Equal("paused", (await why.JsonAsync()).GetProperty("reason").GetString());
    }

    [Fact]
    public async Task Somebody_who_gets_digests_is_one_of_their_subscribers_at_the_hour_they_prefer()
    {
        var (address, id) = await ContactAsync("li@example.org");
        await SubscribeAsync(address);
        var store = app.Get<SubscriptionStore>();
        var row = (await store.FindAsync("everyone", id, Token))!;
        Assert.IsType<WriteResult.Done>(await store.ReplaceAsync(row, row.Value with { Frequency = Frequency.Daily }, Token));

        (await app.Administrator.PutAsync($"{address}/delivery-preferences", """{ "digestHour": 18 }""")).EnsureSuccessStatusCode();

        var reader = (await app.Get<DigestStore>().FindSubscriberAsync(id, Token))!.Value;
        Assert.Equal((18, "America/Port_of_Spain"), (reader.Hour, reader.TimeZone));
    }

    [Theory]
    [InlineData("""{ "digestHour": 24 }""", "digestHour")]
    [InlineData("""{ "pausedUntil": "2099-01-01T00:00:00Z" }""", "pausedUntil")]
    public async Task Wishes_that_cannot_be_met_are_refused(string json, string field)
    {
        var (address, _) = await ContactAsync($"x{field.Length}@example.org");

        using var answer = await app.Administrator.PutAsync($"{address}/delivery-preferences", json);

        await answer.AssertFieldAsync(HttpStatusCode.UnprocessableEntity, "invalid", field);
    }

    private static string Json(string mail) =>
        $$"""{ "address": "{{mail}}", "name": "Rosa", "languages": ["es"], "countries": ["TT"], "source": "card", "lawfulBasis": "consent" }""";

    private async Task<(string Address, string Id)> ContactAsync(string mail)
    {
        using var created = await app.Administrator.PostAsync("/api/contacts", Json(mail));
        var address = created.Headers.Location!.OriginalString;
        return (address, address.Split('/')[^1]);
    }

    private async Task SubscribeAsync(string address) =>
        (await app.Administrator.PostAsync($"{address}/subscriptions", """{ "list": "everyone", "basis": "asked", "evidence": "Told Ana." }""")).EnsureSuccessStatusCode();
}
