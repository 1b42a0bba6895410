using System.Net;
using System.Text.Json;
using Distribution.Dispatches.Ledger;
using Distribution.Publisher.Users;
using Distribution.Testing;
using Distribution.Testing.Smtp;

namespace Distribution.Web.Tests.Dispatches.Resolutions;

/// <summary>Held recipients over HTTP: a relay took their mails and never answered.</summary>
public sealed class ResolutionEndpointTests(Azurite azurite)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_person_goes_through_the_held_and_the_record_says_what_they_found()
    {
        await using var desk = await OpenAsync();
        await using var app = await HttpHost.StartAsync(azurite, Token, desk.Settings);
        var dispatch = await SendAsync(desk);
        var hash = (await ReadAsync(app, $"/api/dispatches/{dispatch.Id}")).GetProperty("recordHash").GetString();
        var held = Items(await ReadAsync(app, $"/api/dispatches/{dispatch.Id}/held"));
        Assert.Equal(["held1@example.org", "held2@example.org", "held3@example.org"], held.Select(item => Text(item, "address")).Order());
        Assert.All(held, item => Assert.Equal(dispatch.FinishedAt, item.GetProperty("at").GetDateTimeOffset()));

        using var resolved = await app.Administrator.PostAsync(
            $"/api/dispatches/{dispatch.Id}/resolve",
            Resolve((Contact(held[0]), "received", "Told me so."), (Contact(held[2]), "notReceived", null)));

        Assert.Equal([Contact(held[0]), Contact(held[2])], Items(await resolved.JsonAsync()).Select(Contact));
        var view = await ReadAsync(app, $"/api/dispatches/{dispatch.Id}");
        Assert.Equal("""{"received":1,"notReceived":1}""", view.GetProperty("resolved").GetRawText());
        Assert.Equal(3, view.GetProperty("outcomes").GetProperty("held").GetInt32());
        var open = Items(await ReadAsync(app, $"/api/dispatches/{dispatch.Id}/held?resolved=false"));
        Assert.Equal([Contact(held[1])], open.Select(Contact));
        var record = await ReadAsync(app, $"/api/dispatches/{dispatch.Id}/record");
        var entry = record.GetProperty("recipients").EnumerateArray().Single(item => Contact(item) == Contact(held[0]));
        var heldResolution = entry.GetProperty("resolution");
        Assert.Equal(
            ("held", "received", "Told me so.", "administrator"),
            (Text(entry, "outcome"), Text(heldResolution, "resolution"), Text(heldResolution, "note"), Text(heldResolution, "by")));
        Assert.Equal(hash, Text(record, "recordHash"));
        Assert.Equal("""{"received":1,"notReceived":1}""", record.GetProperty("resolved").GetRawText());
        using var csv = await app.Administrator.ReadAsync($"/api/dispatches/{dispatch.Id}/record?format=csv");
        Assert.Contains(
            $",true,received,{LedgerTime.Write(app.Clock.GetUtcNow())},administrator,Told me so.\r\n",
            await csv.Content.ReadAsStringAsync(Token),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_held_are_read_page_by_page()
    {
        await using var desk = await OpenAsync(("Dispatch:BatchSize", "2"));
        await using var app = await HttpHost.StartAsync(azurite, Token, desk.Settings);
        var dispatch = await SendAsync(desk);
        List<string> found = [];
        var next = "";
        do
        {
            var page = await ReadAsync(app, $"/api/dispatches/{dispatch.Id}/held?limit=1&after={next}");
            found.AddRange(Items(page).Select(Contact));
            next = Text(page, "next");
        }
        while (next is not null);

        Assert.Equal(3, found.Count);
        Assert.Equal(found.Order(StringComparer.Ordinal), found);
    }

    [Fact]
    public async Task A_recipient_who_is_not_held_cannot_be_resolved_and_then_nobody_is()
    {
        await using var desk = await OpenAsync();
        await using var app = await HttpHost.StartAsync(azurite, Token, desk.Settings);
        var dispatch = await SendAsync(desk);
        var record = await ReadAsync(app, $"/api/dispatches/{dispatch.Id}/record");
        var recipients = record.GetProperty("recipients").EnumerateArray().ToList();
        var held = Contact(recipients.First(item => Text(item, "outcome") == "held"));
        var accepted = Contact(recipients.First(item => Text(item, "outcome") == "accepted"));

        using var answer = await app.Administrator.PostAsync(
            $"/api/dispatches/{dispatch.Id}/resolve", Resolve((held, "received", null), (accepted, "received", null)));

        Assert.Equal(
            "is accepted, not held.", await answer.AssertFieldAsync(HttpStatusCode.Conflict, "wrong-state", "recipients.1.contact"));
        Assert.Empty(Items(await ReadAsync(app, $"/api/dispatches/{dispatch.Id}/held?resolved=true")));
    }

    [Fact]
    public async Task What_cannot_be_meant_names_its_field()
    {
        await using var desk = await OpenAsync();
        await using var app = await HttpHost.StartAsync(azurite, Token, desk.Settings);
        var dispatch = await SendAsync(desk);
        var held = Items(await ReadAsync(app, $"/api/dispatches/{dispatch.Id}/held"))[0];
        var address = $"/api/dispatches/{dispatch.Id}/resolve";

        await AssertAsync(HttpStatusCode.UnprocessableEntity, "recipients", """{ "recipients": [] }""");
        await AssertAsync(HttpStatusCode.UnprocessableEntity, "recipients.0", """{ "recipients": [null] }""");
        await AssertAsync(HttpStatusCode.UnprocessableEntity, "recipients.0.contact", Resolve(("nobody", "received", null)));
        await AssertAsync(
            HttpStatusCode.UnprocessableEntity,
            "recipients.1.contact",
            Resolve((Contact(held), "received", null), (Contact(held), "received", null)));
        await AssertAsync(
            HttpStatusCode.UnprocessableEntity,
            "recipients.0.note",
            Resolve((Contact(held), "received", $"Rang {Text(held, "address")}.")));
        await AssertAsync(HttpStatusCode.BadRequest, "recipients.0.resolution", Resolve((Contact(held), "perhaps", null)));

        async Task AssertAsync(HttpStatusCode status, string field, string body)
        {
            using var answer = await app.Administrator.PostAsync(address, body);
            await answer.AssertFieldAsync(status, status == HttpStatusCode.BadRequest ? "unreadable" : "invalid", field);
        }
    }

    [Fact]
    public async Task Only_an_author_of_the_releases_office_resolves()
    {
        await using var desk = await OpenAsync();
        await using var app = await HttpHost.StartAsync(azurite, Token, desk.Settings);
        var dispatch = await SendAsync(desk);
        var contact = Contact(Items(await ReadAsync(app, $"/api/dispatches/{dispatch.Id}/held"))[0]);
        using var reader = app.Client(await app.NewKeyAsync(Role.Viewer));
        using var foreign = app.Client(await app.NewKeyAsync(Role.Author, "nassau"));
        using var officer = app.Client(await app.NewKeyAsync(Role.Author, DispatchHost.Office));

        using var refused = await reader.PostAsync($"/api/dispatches/{dispatch.Id}/resolve", Resolve((contact, "received", null)));
        using var elsewhere = await foreign.PostAsync($"/api/dispatches/{dispatch.Id}/resolve", Resolve((contact, "received", null)));
        using var resolved = await officer.PostAsync($"/api/dispatches/{dispatch.Id}/resolve", Resolve((contact, "received", null)));
        using var missing = await officer.PostAsync("/api/dispatches/none/resolve", Resolve((contact, "received", null)));
        using var list = await reader.ReadAsync("/api/dispatches/none/held");

        await refused.AssertProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await elsewhere.AssertProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        Assert.Equal(HttpStatusCode.OK, resolved.StatusCode);
        await missing.AssertProblemAsync(HttpStatusCode.NotFound, "missing");
        await list.AssertProblemAsync(HttpStatusCode.NotFound, "missing");
    }

    /// <summary>
    /// Five readers; the relay takes the mails of three and breaks off. No second copy is sent, so they are held at once.
    /// </summary>
    private async Task<DispatchHost> OpenAsync(params (string Key, string? Value)[] settings)
    {
        var desk = await DispatchHost.OpenAsync(azurite, Token, [("Dispatch:ResendUncertain", "false"), .. settings]);
        await desk.AddListAsync("press", Token);
        foreach (var name in (string[])["held1", "held2", "held3", "rosa", "li"])
            await desk.SubscribeAsync("press", $"{name}@example.org", Token);
        desk.Relay.On(
            SmtpStep.Message,
            exchange => exchange.Recipient.StartsWith("held", StringComparison.Ordinal) ? SmtpAnswer.Drop.ButTakeIt() : null);
        return desk;
    }

    private static async Task<Dispatch> SendAsync(DispatchHost desk)
    {
        var release = await desk.ScheduleAsync(["press"], Token);
        await desk.RunAsync(Token);
        return await desk.DispatchOfAsync(release, Token);
    }

    private static async Task<JsonElement> ReadAsync(HttpHost app, string address)
    {
        using var answer = await app.Administrator.ReadAsync(address);
        return await answer.JsonAsync();
    }

    private static string Resolve(params (string Contact, string Resolution, string? Note)[] recipients) => JsonSerializer.Serialize(
        new
        {
            recipients = recipients.Select(
            recipient => new { contact = recipient.Contact, resolution = recipient.Resolution, note = recipient.Note })
        });

    private static List<JsonElement> Items(JsonElement list) => [.. list.GetProperty("items").EnumerateArray()];

    private static string Contact(JsonElement item) => Text(item, "contact")!;

    private static string? Text(JsonElement item, string member) => item.GetProperty(member).GetString();
}
