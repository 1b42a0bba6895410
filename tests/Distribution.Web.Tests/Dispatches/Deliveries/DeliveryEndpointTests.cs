using System.Net;
using System.Text.Json;
using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Contacts;
using Distribution.Dispatches.Ledger;
using Distribution.Publisher.Users;
using Distribution.Testing;
using Distribution.Testing.Smtp;

namespace Distribution.Web.Tests.Dispatches.Deliveries;

/// <summary>The deliveries of a contact and why there is none, over HTTP, of dispatches that went out by SMTP.</summary>
public sealed class DeliveryEndpointTests(Azurite azurite)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_contact_lists_their_deliveries_with_the_words_of_the_server()
    {
        await using var desk = await OpenAsync();
        await using var app = await HttpHost.StartAsync(azurite, Token, desk.Settings);
        var contact = await AddAsync(desk, "gone@example.org");
        var dispatch = await SendAsync(desk);
        using var viewer = app.Client(await app.NewKeyAsync(Role.Viewer, "elsewhere"));

        using var answer = await viewer.ReadAsync($"/api/contacts/{contact}/deliveries");

        var delivery = Assert.Single((await answer.JsonAsync()).GetProperty("items").EnumerateArray());
        Assert.Equal((dispatch.Id, "release", "finished"), (Text(delivery, "dispatch"), Text(delivery, "kind"), Text(delivery, "state")));
        Assert.Equal("Headline in en", Text(delivery.GetProperty("releases")[0], "headline"));
        Assert.Equal(
            ("refused", "no such user"),
            (Text(delivery.GetProperty("recipient"), "outcome"), Text(delivery.GetProperty("recipient"), "words")));
    }

    [Fact]
    public async Task Deliveries_of_nobody_are_missing_and_a_strange_place_in_the_list_is_refused()
    {
        await using var desk = await OpenAsync();
        await using var app = await HttpHost.StartAsync(azurite, Token, desk.Settings);

        using var missing = await app.Administrator.ReadAsync("/api/contacts/0123456789abcdef0123456789abcdef/deliveries");
        using var strange = await app.Administrator.ReadAsync("/api/contacts/0123456789abcdef0123456789abcdef/deliveries?after=%21");
        using var anonymous = await app.Anonymous.ReadAsync("/api/contacts/0123456789abcdef0123456789abcdef/deliveries");

        await missing.AssertProblemAsync(HttpStatusCode.NotFound, "missing");
        await strange.AssertFieldAsync(HttpStatusCode.BadRequest, "unreadable", "after");
        await anonymous.AssertProblemAsync(HttpStatusCode.Unauthorized, "unauthorized");
    }

    [Fact]
    public async Task A_past_dispatch_says_why_somebody_did_not_get_it()
    {
        await using var desk = await OpenAsync();
        await using var app = await HttpHost.StartAsync(azurite, Token, desk.Settings);
        var contact = await AddAsync(desk, "pending@example.org", SubscriptionState.Pending);
        var dispatch = await SendAsync(desk);

        using var byAddress = await app.Administrator.PostAsync(
            $"/api/dispatches/{dispatch.Id}/why", """{ "address": "Pending@example.org" }""");
        using var byId = await app.Administrator.PostAsync($"/api/dispatches/{dispatch.Id}/why", $$"""{ "contact": "{{contact}}" }""");

        var why = await byAddress.JsonAsync();
        Assert.Equal(
            (contact, "pending", "unchanged", false),
            (Text(why, "contact"), Text(why, "reason"), Text(why, "basis"), why.GetProperty("isRecipient").GetBoolean()));
        Assert.StartsWith("The person has not confirmed the subscription to press.", Text(why, "text"), StringComparison.Ordinal);
        Assert.Equal("pending", Text(why.GetProperty("decision"), "reason"));
        Assert.Equal(why.ToString(), (await byId.JsonAsync()).ToString());
    }

    [Theory]
    [InlineData("{}", "contact")]
    [InlineData("""{ "contact": "0a", "address": "rosa@example.org" }""", "contact")]
    [InlineData("""{ "contact": "No id" }""", "contact")]
    [InlineData("""{ "address": "rosa" }""", "address")]
    public async Task A_question_names_one_person(string body, string field)
    {
        await using var desk = await OpenAsync();
        await using var app = await HttpHost.StartAsync(azurite, Token, desk.Settings);
        var dispatch = await SendAsync(desk);

        using var refused = await app.Administrator.PostAsync($"/api/dispatches/{dispatch.Id}/why", body);
        using var nobody = await app.Administrator.PostAsync(
            $"/api/dispatches/{dispatch.Id}/why", """{ "address": "nobody@example.org" }""");
        using var missing = await app.Administrator.PostAsync("/api/dispatches/none/why", """{ "address": "nobody@example.org" }""");

        await refused.AssertFieldAsync(HttpStatusCode.UnprocessableEntity, "invalid", field);
        await nobody.AssertProblemAsync(HttpStatusCode.NotFound, "missing");
        await missing.AssertProblemAsync(HttpStatusCode.NotFound, "missing");
    }

    private async Task<DispatchHost> OpenAsync()
    {
        var desk = await DispatchHost.OpenAsync(azurite, Token);
        await desk.AddListAsync("press", Token);
        await desk.SubscribeAsync("press", "reader@example.org", Token);
        desk.Relay.On(
            SmtpStep.Recipient,
            exchange => exchange.Recipient == "gone@example.org" ? SmtpAnswer.Say(550, "5.1.1 no such user") : null);
        return desk;
    }

    /// <summary>A contact on the list; answers their id.</summary>
    private static async Task<string> AddAsync(
        DispatchHost desk, string address, SubscriptionState state = SubscriptionState.Confirmed)
    {
        var id = await desk.SubscribeAsync("press", address, Token, state);
        Contact contact = new()
        {
            Id = id,
            Address = address,
            Name = "Reader",
            Languages = ["en"],
            Source = "card",
            SourceDate = desk.Clock.GetUtcNow(),
            LawfulBasis = LawfulBasis.Consent,
        };
        await desk.Get<ContactStore>().AddAsync(contact, Token);
        await desk.Get<ContactStore>().AddAddressAsync(id, id, Token);
        return id;
    }

    private static async Task<Dispatch> SendAsync(DispatchHost desk)
    {
        var release = await desk.ScheduleAsync(["press"], Token);
        await desk.RunAsync(Token);
        return await desk.DispatchOfAsync(release, Token);
    }

    private static string? Text(JsonElement item, string member) => item.GetProperty(member).GetString();
}
