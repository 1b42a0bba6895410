using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Outlets;
using Distribution.Dispatches.Ledger;
using Distribution.Platform.Addresses;
using Distribution.Platform.Security;
using Distribution.Publisher.Organisations;
using Distribution.Publisher.Users;
using Distribution.Releases.Drafts;
using Distribution.Testing;
using Distribution.Testing.Smtp;

namespace Distribution.Web.Tests.Dispatches.Records;

/// <summary>The distribution record over HTTP, of dispatches that went out by SMTP.</summary>
public sealed class RecordEndpointTests(Azurite azurite)
{
    private const string Header =
        "contact,address,name,outlet,language,headline,lists,outcome,attempts,at,code,enhanced,words,connection,messageId,"
        + "mayHaveReceivedTwice,resolved,resolvedAt,resolvedBy,note";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_record_says_of_everybody_what_became_of_them_and_adds_up()
    {
        await using var desk = await OpenAsync();
        await using var app = await AppAsync(desk);
        var dispatch = await SendAsync(desk);

        using var answer = await app.Administrator.ReadAsync($"/api/dispatches/{dispatch.Id}/record");

        var record = await answer.JsonAsync();
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("distribution-record-2026-11-24-headline-in-en.json", answer.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
        Assert.Equal(
            (dispatch.Id, dispatch.Release, "release", "finished"),
            (Text(record, "dispatch"), Text(record, "release"), Text(record, "kind"), Text(record, "state")));
        Assert.Equal(desk.Clock.GetUtcNow(), record.GetProperty("finishedAt").GetDateTimeOffset());
        Assert.Equal(1, record.GetProperty("version").GetInt32());
        Assert.Equal(1, record.GetProperty("excluded").GetProperty("pending").GetInt32());
        var recipients = record.GetProperty("recipients").EnumerateArray().ToList();
        var planned = record.GetProperty("planned").GetInt32();
        Assert.Equal(3, planned);
        Assert.Equal(planned, recipients.Count);
        Assert.Equal(planned, Sum(record.GetProperty("totals")));
        Assert.Equal(planned, Sum(record.GetProperty("outcomes")));
        Assert.Equal(2, record.GetProperty("totals").GetProperty("accepted").GetInt32());
        Assert.Equal(recipients.Select(Contact).Order(StringComparer.Ordinal), recipients.Select(Contact));
        var refused = Assert.Single(recipients, recipient => Text(recipient, "outcome") == "refused");
        Assert.Equal(("gone@example.org", "gone", "en"), (Text(refused, "address"), Text(refused, "name"), Text(refused, "language")));
        Assert.Equal(
            (550, "5.1.1", "no such user"), (refused.GetProperty("code").GetInt32(), Text(refused, "enhanced"), Text(refused, "words")));
    }

    [Fact]
    public async Task An_accepted_recipient_has_the_message_id_of_the_mail_the_lists_and_the_connection()
    {
        await using var desk = await OpenAsync();
        await using var app = await AppAsync(desk);
        var dispatch = await SendAsync(desk);
        await MoveSenderAsync(desk);

        using var answer = await app.Administrator.ReadAsync($"/api/dispatches/{dispatch.Id}/record");

        var recipients = (await answer.JsonAsync()).GetProperty("recipients").EnumerateArray();
        var rosa = recipients.Single(recipient => Text(recipient, "address") == "rosa@example.org");
        var mail = desk.Relay.Mails.Single(mail => mail.Recipient == "rosa@example.org");
        Assert.Equal(mail.Message.MessageId, Text(rosa, "messageId"));
        Assert.Equal(["press", "radio"], rosa.GetProperty("lists").EnumerateArray().Select(list => list.GetString()));
        Assert.Equal((1, false), (rosa.GetProperty("attempts").GetInt32(), rosa.GetProperty("mayHaveReceivedTwice").GetBoolean()));
        Assert.False(string.IsNullOrEmpty(Text(rosa, "connection")));
    }

    [Fact]
    public async Task Whom_the_mails_said_to_call_is_kept_by_language()
    {
        await using var desk = await OpenAsync();
        await using var app = await AppAsync(desk);
        var dispatch = await SendAsync(desk);

        using var answer = await app.Administrator.ReadAsync($"/api/dispatches/{dispatch.Id}/contact-blocks");
        var block = Assert.Single((await answer.JsonAsync()).GetProperty("items").EnumerateArray());

        Assert.Equal("en", Text(block, "language"));
        var ana = Assert.Single(block.GetProperty("contacts").EnumerateArray());
        Assert.Equal(("Ana Officer", "Harbour Organisation, Port of Spain"), (Text(ana, "name"), Text(ana, "place")));
        Assert.Equal("+1 868-555-0101", Text(ana.GetProperty("phones")[0], "number"));
        using var missing = await app.Administrator.ReadAsync("/api/dispatches/0123456789abcdef0123456789abcdef-1-release/contact-blocks");
        await missing.AssertProblemAsync(HttpStatusCode.NotFound, "missing");
    }

    [Fact]
    public async Task The_record_is_csv_for_those_who_accept_it_and_no_cell_is_a_formula()
    {
        await using var desk = await OpenAsync();
        await using var app = await AppAsync(desk);
        await desk.SubscribeAsync("press", "+tips@example.org", Token);
        var dispatch = await SendAsync(desk);

        using var answer = await app.Administrator.ReadAsync($"/api/dispatches/{dispatch.Id}/record", ("Accept", "text/csv"));
        using var asked = await app.Administrator.ReadAsync($"/api/dispatches/{dispatch.Id}/record?format=csv");

        var bytes = await answer.Content.ReadAsByteArrayAsync(Token);
        // Spreadsheet programs know by the mark that it is UTF-8.
        Assert.True(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble));
        var rows = Encoding.UTF8.GetString(bytes.AsSpan(Encoding.UTF8.Preamble.Length)).Split("\r\n");
        Assert.Equal("text/csv; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("distribution-record-2026-11-24-headline-in-en.csv", answer.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
        Assert.Equal(["Accept", "Accept-Language"], answer.Headers.Vary);
        Assert.Equal(Header, rows[0]);
        Assert.Equal(dispatch.Planned, rows[1..^1].Length);
        Assert.Equal("", rows[^1]);
        Assert.Single(
            rows,
            row => row.Contains(",'+tips@example.org,'+tips,,en,Headline in en,press,accepted,1,2026-11-24T", StringComparison.Ordinal));
        Assert.Single(rows, row => row.Contains(",press radio,accepted,1,", StringComparison.Ordinal));
        Assert.Equal(bytes, await asked.Content.ReadAsByteArrayAsync(Token));
    }

    [Fact]
    public async Task A_part_of_the_record_has_the_wanted_outcomes_only_and_says_that_it_is_a_part()
    {
        await using var desk = await OpenAsync(("Dispatch:BatchSize", "1"));
        await using var app = await AppAsync(desk);
        var dispatch = await SendAsync(desk);
        var path = $"/api/dispatches/{dispatch.Id}/record";

        using var refused = await app.Administrator.ReadAsync($"{path}?outcome=refused&outcome=held");
        using var asCsv = await app.Administrator.ReadAsync($"{path}?outcome=refused&format=csv");
        using var whole = await app.Administrator.ReadAsync(path);

        var record = await refused.JsonAsync();
        Assert.Equal("gone@example.org", Text(Assert.Single(record.GetProperty("recipients").EnumerateArray()), "address"));
        Assert.Equal((3, 1), (record.GetProperty("planned").GetInt32(), Sum(record.GetProperty("totals"))));
        Assert.Equal(
            ["refused", "held"],
            record.GetProperty("filter").GetProperty("outcomes").EnumerateArray().Select(outcome => outcome.GetString()));
        Assert.Equal(
            "distribution-record-2026-11-24-headline-in-en-refused.csv", asCsv.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
        Assert.Equal(3, (await asCsv.Content.ReadAsStringAsync(Token)).Split("\r\n").Length);
        Assert.Equal(JsonValueKind.Null, (await whole.JsonAsync()).GetProperty("filter").ValueKind);
        using var unknown = await app.Administrator.ReadAsync($"{path}?outcome=lost");
        await unknown.AssertFieldAsync(HttpStatusCode.BadRequest, "unreadable", "outcome");
    }

    [Fact]
    public async Task The_record_of_one_contact_has_their_line_or_none()
    {
        await using var desk = await OpenAsync(("Dispatch:BatchSize", "1"));
        await using var app = await AppAsync(desk);
        var pending = await desk.SubscribeAsync("radio", "pending@example.org", Token, SubscriptionState.Pending);
        var dispatch = await SendAsync(desk);
        var rosa = desk.Get<AddressHash>().Compute(MailAddress.Parse("rosa@example.org")!);
        var path = $"/api/dispatches/{dispatch.Id}/record";

        using var hers = await app.Administrator.ReadAsync($"{path}?contact={rosa}");
        using var refusedOnly = await app.Administrator.ReadAsync($"{path}?contact={rosa}&outcome=refused");
        using var none = await app.Administrator.ReadAsync($"{path}?contact={pending}");

        Assert.Equal(
            "rosa@example.org", Text(Assert.Single((await hers.JsonAsync()).GetProperty("recipients").EnumerateArray()), "address"));
        Assert.Equal(
            "distribution-record-2026-11-24-headline-in-en-one-contact.json", hers.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
        Assert.Empty((await refusedOnly.JsonAsync()).GetProperty("recipients").EnumerateArray());
        Assert.Empty((await none.JsonAsync()).GetProperty("recipients").EnumerateArray());
        using var audit = await app.Administrator.ReadAsync($"/api/audit?subject=dispatch:{dispatch.Id}");
        Assert.Contains(
            (await audit.JsonAsync()).GetProperty("items").EnumerateArray(),
            entry => entry.GetProperty("details").TryGetProperty("contact", out var contact) && contact.GetString() == pending);
    }

    [Theory]
    [InlineData("fr-FR,fr;q=0.9,en;q=0.5", "", ';')]
    [InlineData("es", "", ';')]
    [InlineData("en-GB,fr;q=0.5", "", ',')]
    [InlineData("fr", "&separator=comma", ',')]
    [InlineData("en", "&separator=semicolon", ';')]
    public async Task A_spreadsheet_program_of_the_readers_language_opens_the_csv_in_columns(string accept, string query, char separator)
    {
        await using var desk = await OpenAsync();
        await using var app = await AppAsync(desk);
        var dispatch = await SendAsync(desk);

        using var answer = await app.Administrator.ReadAsync(
            $"/api/dispatches/{dispatch.Id}/record?format=csv{query}", ("Accept-Language", accept));

        var bytes = await answer.Content.ReadAsByteArrayAsync(Token);
        Assert.True(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble));
        var rows = Encoding.UTF8.GetString(bytes.AsSpan(Encoding.UTF8.Preamble.Length)).Split("\r\n");
        Assert.Equal(Header.Replace(',', separator), rows[0]);
        Assert.Contains(rows, row => row.Contains($"{separator}press radio{separator}accepted{separator}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_outlet_stays_as_it_was_when_the_dispatch_was_planned()
    {
        await using var desk = await OpenAsync();
        await using var app = await AppAsync(desk);
        var outlets = desk.Get<OutletStore>();
        await outlets.AddAsync("onda", new() { Id = "onda", Name = "Radio Onda", Type = OutletType.Radio }, Token);
        var li = desk.Get<AddressHash>().Compute(MailAddress.Parse("li@example.org")!);
        var row = (await desk.Get<SubscriptionStore>().FindAsync("press", li, Token))!;
        await desk.Get<SubscriptionStore>().ReplaceAsync(row, row.Value with { Outlet = "onda" }, Token);
        var dispatch = await SendAsync(desk);
        var stored = (await outlets.FindAsync("onda", Token))!;
        await outlets.ReplaceAsync(stored, stored.Value with { Name = "Onda Nueva" }, Token);

        using var answer = await app.Administrator.ReadAsync($"/api/dispatches/{dispatch.Id}/record");
        using var csv = await app.Administrator.ReadAsync($"/api/dispatches/{dispatch.Id}/record?format=csv");

        var record = await answer.JsonAsync();
        var byAddress = record.GetProperty("recipients").EnumerateArray().ToDictionary(entry => Text(entry, "address")!);
        Assert.Equal(
            ("Radio Onda", null), (Text(byAddress["li@example.org"], "outlet"), Text(byAddress["rosa@example.org"], "outlet")));
        Assert.Contains(",li,Radio Onda,en,", await csv.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.Equal(Hash(record), Text(record, "recordHash"));
    }

    [Fact]
    public async Task The_hash_of_a_finished_dispatch_can_be_made_again_from_its_record()
    {
        await using var desk = await OpenAsync();
        await using var app = await AppAsync(desk);
        var dispatch = await SendAsync(desk);

        using var answer = await app.Administrator.ReadAsync($"/api/dispatches/{dispatch.Id}/record");
        using var view = await app.Administrator.ReadAsync($"/api/dispatches/{dispatch.Id}");
        using var release = await app.Administrator.ReadAsync($"/api/releases/{dispatch.Release}");

        var record = await answer.JsonAsync();
        var hash = Text(record, "recordHash");
        Assert.Equal(Hash(record), hash);
        Assert.Equal(hash, Text(await view.JsonAsync(), "recordHash"));
        Assert.Equal(hash, Text((await release.JsonAsync()).GetProperty("recordHashes"), dispatch.Id));
    }

    [Fact]
    public async Task Erased_addresses_leave_the_record_readable_and_its_hash_right()
    {
        await using var desk = await OpenAsync();
        await using var app = await AppAsync(desk);
        var dispatch = await SendAsync(desk);
        await EraseAsync(desk, dispatch);

        using var answer = await app.Administrator.ReadAsync($"/api/dispatches/{dispatch.Id}/record");
        using var csv = await app.Administrator.ReadAsync($"/api/dispatches/{dispatch.Id}/record?format=csv");

        var record = await answer.JsonAsync();
        Assert.Equal(Hash(record), Text(record, "recordHash"));
        Assert.All(record.GetProperty("recipients").EnumerateArray(), recipient => Assert.Null(Text(recipient, "address")));
        Assert.DoesNotContain("@example.org", await csv.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dispatch_that_is_not_finished_has_a_record_so_far_without_a_hash()
    {
        await using var desk = await OpenAsync();
        await using var app = await AppAsync(desk);
        var release = await ScheduleAsync(desk);
        await desk.RunTimerAsync(Token);
        var dispatch = await desk.DispatchOfAsync(release, Token);

        using var answer = await app.Administrator.ReadAsync($"/api/dispatches/{dispatch.Id}/record");

        var record = await answer.JsonAsync();
        Assert.Equal(JsonValueKind.Null, record.GetProperty("recordHash").ValueKind);
        Assert.Equal(3, record.GetProperty("totals").GetProperty("planned").GetInt32());
        Assert.All(record.GetProperty("recipients").EnumerateArray(), recipient => Assert.Null(Text(recipient, "messageId")));
    }

    [Fact]
    public async Task The_record_of_several_batches_is_whole()
    {
        await using var desk = await OpenAsync(("Dispatch:BatchSize", "10"));
        await using var app = await AppAsync(desk);
        for (var number = 0; number < 25; number++) await desk.SubscribeAsync("press", $"reader-{number}@example.org", Token);
        var dispatch = await SendAsync(desk);

        using var answer = await app.Administrator.ReadAsync($"/api/dispatches/{dispatch.Id}/record");

        var record = await answer.JsonAsync();
        Assert.Equal((28, 28, 3), (dispatch.Planned, Sum(record.GetProperty("totals")), dispatch.Batches));
        Assert.Equal(28, record.GetProperty("recipients").EnumerateArray().Select(Contact).Distinct().Count());
        Assert.Equal(Hash(record), Text(record, "recordHash"));
    }

    [Fact]
    public async Task A_record_is_for_readers_and_only_in_forms_that_there_are()
    {
        await using var desk = await OpenAsync();
        await using var app = await AppAsync(desk);
        using var reader = app.Client(await app.NewKeyAsync(Role.Viewer));

        using var anonymous = await app.Anonymous.ReadAsync("/api/dispatches/none/record");
        using var missing = await reader.ReadAsync("/api/dispatches/none/record");
        using var strange = await reader.ReadAsync("/api/dispatches/none/record?format=xlsx");

        await anonymous.AssertProblemAsync(HttpStatusCode.Unauthorized, "unauthorized");
        await missing.AssertProblemAsync(HttpStatusCode.NotFound, "missing");
        await strange.AssertFieldAsync(HttpStatusCode.BadRequest, "unreadable", "format");
    }

    [Fact]
    public async Task Addresses_are_for_those_with_a_role_at_the_office_and_the_audit_says_who_read_them()
    {
        await using var desk = await OpenAsync();
        await using var app = await AppAsync(desk);
        var dispatch = await SendAsync(desk);
        var office = (await desk.Get<ReleaseStore>().FindMainAsync(dispatch.Release, Token))!.Value.Office;
        using var elsewhere = app.Client(await app.NewKeyAsync(Role.Administrator, "elsewhere"));
        using var here = app.Client(await app.NewKeyAsync(Role.Viewer, office));

        foreach (var path in (string[])["record", "record?format=csv", "held"])
        {
            using var refused = await elsewhere.ReadAsync($"/api/dispatches/{dispatch.Id}/{path}");
            var problem = await refused.AssertProblemAsync(HttpStatusCode.Forbidden, "forbidden");
            Assert.Equal(("viewer", office), (Text(problem, "role"), Text(problem, "office")));
        }

        Assert.Empty(await AuditAsync());
        using var read = await here.ReadAsync($"/api/dispatches/{dispatch.Id}/record?format=csv");
        read.EnsureSuccessStatusCode();
        var entry = Assert.Single(await AuditAsync());
        Assert.Equal(
            ("dispatches.recordRead", "csv"), (Text(entry, "action"), Text(entry.GetProperty("details"), "format")));

        async Task<List<JsonElement>> AuditAsync()
        {
            using var audit = await app.Administrator.ReadAsync($"/api/audit?subject=dispatch:{dispatch.Id}");
            return [.. (await audit.JsonAsync()).GetProperty("items").EnumerateArray()];
        }
    }

    /// <summary>Three readers, one of them on two lists and one whom the relay does not know; a fourth has not confirmed.</summary>
    private async Task<DispatchHost> OpenAsync(params (string Key, string? Value)[] settings)
    {
        var desk = await DispatchHost.OpenAsync(azurite, Token, settings);
        await desk.AddListAsync("press", Token);
        await desk.AddListAsync("radio", Token);
        await desk.SubscribeAsync("press", "rosa@example.org", Token);
        await desk.SubscribeAsync("radio", "rosa@example.org", Token);
        await desk.SubscribeAsync("press", "li@example.org", Token);
        await desk.SubscribeAsync("press", "gone@example.org", Token);
        await desk.SubscribeAsync("press", "pending@example.org", Token, SubscriptionState.Pending);
        desk.Relay.On(
            SmtpStep.Recipient,
            exchange => exchange.Recipient == "gone@example.org" ? SmtpAnswer.Say(550, "5.1.1 no such user") : null);
        return desk;
    }

    private Task<HttpHost> AppAsync(DispatchHost desk) => HttpHost.StartAsync(azurite, Token, desk.Settings);

    private static Task<Release> ScheduleAsync(DispatchHost desk) => desk.ScheduleAsync(["press", "radio"], Token);

    private static async Task<Dispatch> SendAsync(DispatchHost desk)
    {
        var release = await ScheduleAsync(desk);
        await desk.RunAsync(Token);
        return await desk.DispatchOfAsync(release, Token);
    }

    /// <summary>The organisation sends from another domain from now on.</summary>
    private static async Task MoveSenderAsync(DispatchHost desk)
    {
        var organisation = (await desk.Get<OrganisationStore>().FindAsync(Token))!;
        await desk.Get<OrganisationStore>()
            .ReplaceAsync(organisation, organisation.Value with { SenderAddress = "news@pier.example.org" }, Token);
    }

    private static async Task EraseAsync(DispatchHost desk, Dispatch dispatch)
    {
        var store = desk.Get<BatchStore>();
        List<Batch> erased = [];
        await foreach (var batch in store.AllAsync(dispatch.Id, dispatch.Plan!, Token))
        {
            erased.Add(batch with { Recipients = [.. batch.Recipients.Select(recipient => recipient with { Address = "", Name = "" })] });
        }

        await store.AddAsync(erased, Token);
    }

    /// <summary>As docs/operations/read-a-record.md says.</summary>
    private static string Hash(JsonElement record)
    {
        var lines = record.GetProperty("recipients").EnumerateArray().Select(recipient => string.Join(
            ' ', Contact(recipient), Text(recipient, "language"), Text(recipient, "outcome"), Or(recipient, "at"), Or(recipient, "code"))
                + "\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines))));
    }

    private static string Or(JsonElement item, string member) =>
        item.GetProperty(member) is { ValueKind: not JsonValueKind.Null } value ? value.ToString() : "-";

    private static int Sum(JsonElement totals) => totals.EnumerateObject().Sum(total => total.Value.GetInt32());

    private static string? Contact(JsonElement recipient) => Text(recipient, "contact");

    private static string? Text(JsonElement item, string member) => item.GetProperty(member).GetString();
}
