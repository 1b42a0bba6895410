using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Contacts;
using Distribution.Dispatches.Digests;
using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Sending;
using Distribution.Platform.Addresses;
using Distribution.Platform.Jobs;
using Distribution.Platform.Security;
using Distribution.Testing;
using Distribution.Testing.Smtp;

namespace Distribution.Tests.Dispatches.Sending;

/// <summary>The notice in the first mail to a contact who did not subscribe themselves.</summary>
public sealed class FirstNoticeTests(Azurite azurite)
{
    private const string Address = "rosa@example.org";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_mail_tells_where_the_data_is_from_on_what_ground_and_what_to_do_about_it_and_no_other_does()
    {
        await using var desk = await OpenAsync();
        var rosa = await ImportAsync(desk, Address, "fr");
        await SendAsync(desk);
        await SendAsync(desk);

        var (first, second) = (desk.Relay.Mails[0].Message, desk.Relay.Mails[1].Message);
        foreach (var body in new[] { first.TextBody!, System.Net.WebUtility.HtmlDecode(first.HtmlBody!) })
        {
            Assert.Contains("Pourquoi nous vous écrivons", body, StringComparison.Ordinal);
            Assert.Contains(
                "depuis le 1er novembre 2026. Source\u00a0: press conference in Kingston. Informer les médias est notre intérêt légitime.",
                body,
                StringComparison.Ordinal);
            Assert.Contains("https://press.example.org/fr/preferences", body, StringComparison.Ordinal);
            Assert.Contains("https://press.example.org/unsubscribe/", body, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Pourquoi", second.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("Pourquoi", second.HtmlBody, StringComparison.Ordinal);
        Assert.Equal(desk.Clock.GetUtcNow().AddHours(-2), (await ContactAsync(desk, rosa)).NoticeGivenAt);
    }

    [Fact]
    public async Task A_mail_that_was_refused_has_told_nobody()
    {
        var isRefused = true;
        await using var desk = await OpenAsync();
        desk.Relay.On(
            SmtpStep.Recipient,
            exchange => isRefused && exchange.Recipient == Address ? SmtpAnswer.Say(550, "5.7.1 not for you") : null);
        var rosa = await ImportAsync(desk, Address, "en");
        // In the same batch.
        var otto = await ImportAsync(desk, "otto@example.org", "en");
        await SendAsync(desk);
        Assert.Null((await ContactAsync(desk, rosa)).NoticeGivenAt);
        Assert.NotNull((await ContactAsync(desk, otto)).NoticeGivenAt);

        isRefused = false;
        await SendAsync(desk);

        var mail = Assert.Single(desk.Relay.Mails, mail => mail.Recipient == Address);
        Assert.Contains("Why you hear from us", mail.Message.TextBody, StringComparison.Ordinal);
        Assert.NotNull((await ContactAsync(desk, rosa)).NoticeGivenAt);
    }

    [Fact]
    public async Task Who_subscribed_themselves_was_told_by_the_form()
    {
        await using var desk = await OpenAsync();
        var rosa = await ImportAsync(desk, Address, "en");
        await desk.Get<SubscribeByOwner>().RunAsync(await ContactAsync(desk, rosa), ["press"], Frequency.Immediate, "Confirmed.", Token);

        await SendAsync(desk);

        Assert.DoesNotContain("Why you hear from us", Assert.Single(desk.Relay.Mails).Message.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_first_mail_that_is_a_digest_tells_it_too()
    {
        await using var desk = await OpenAsync();
        var rosa = await ImportAsync(desk, Address, "es");
        var row = (await desk.Get<SubscriptionStore>().FindAsync("press", rosa, Token))!;
        await desk.Get<SubscriptionStore>().ReplaceAsync(row, row.Value with { Frequency = Frequency.Daily }, Token);
        await desk.Get<DigestStore>()
            .AddSubscriberAsync(new() { Contact = rosa, TimeZone = "Etc/UTC", Hour = 11, CoveredUntil = desk.Clock.GetUtcNow() }, Token);
        await SendAsync(desk);
        desk.Clock.Advance(TimeSpan.FromDays(1));
        await desk.Get<SendDigests>().RunAsync(Token);
        await desk.RunAsync(Token);

        Assert.Contains("Por qué le escribimos", Assert.Single(desk.Relay.Mails).Message.TextBody, StringComparison.Ordinal);
        Assert.NotNull((await ContactAsync(desk, rosa)).NoticeGivenAt);
    }

    [Fact]
    public async Task All_of_a_large_dispatch_are_noted_a_part_after_the_other_and_a_run_that_is_repeated_changes_nothing()
    {
        await using var desk = await OpenAsync(("Dispatch:BatchSize", "1"));
        List<string> people = [];
        for (var number = 0; number < 45; number++) people.Add(await ImportAsync(desk, $"r{number}@example.org", "en"));
        await SendAsync(desk);

        var told = await ToldAsync(desk, people);
        Assert.Equal(45, told.Count(at => at is not null));
        desk.Clock.Advance(TimeSpan.FromDays(1));
        var dispatch = Assert.Single(await desk.Get<DispatchStore>().OfReleaseAsync(release, Token)).Value;
        await desk.Get<JobStore>().AddAsync(RecordFirstNotices.JobName, dispatch.Id, Token);
        await desk.RunAsync(Token);
        Assert.Equal(told, await ToldAsync(desk, people));
    }

    [Fact]
    public async Task A_rehearsal_tells_nobody_and_an_edit_forgets_nothing()
    {
        await using var desk = await OpenAsync();
        var rosa = await ImportAsync(desk, Address, "en");
        await using (var rehearsal = desk.Another(("Mail:Recipients", "boss@example.org")))
        {
            await rehearsal.ScheduleAsync(["press"], Token);
            await rehearsal.RunAsync(Token);
        }

        Assert.Null((await ContactAsync(desk, rosa)).NoticeGivenAt);
        await SendAsync(desk);
        var read = (await desk.Get<ContactStore>().FindAsync(rosa, Token))!;
        var edited = await desk.Get<ReplaceContact>()
            .RunAsync(read, ContactInput.From(read.Value) with { Name = "Rosa Díaz", Source = "telephone" }, Token);
        Assert.IsType<ReplaceContactResult.Replaced>(edited);
        Assert.NotNull((await ContactAsync(desk, rosa)).NoticeGivenAt);
    }

    private string release = "";

    private static async Task<IReadOnlyList<DateTimeOffset?>> ToldAsync(DispatchHost desk, IEnumerable<string> people)
    {
        List<DateTimeOffset?> told = [];
        foreach (var person in people) told.Add((await ContactAsync(desk, person)).NoticeGivenAt);
        return told;
    }

    private async Task<DispatchHost> OpenAsync(params (string Key, string? Value)[] settings)
    {
        var desk = await DispatchHost.OpenAsync(azurite, Token, settings);
        await desk.AddListAsync("press", Token);
        return desk;
    }

    /// <summary>As an import or a person adds somebody.</summary>
    private static async Task<string> ImportAsync(DispatchHost desk, string address, string language)
    {
        var now = desk.Clock.GetUtcNow();
        Contact contact = new()
        {
            Id = desk.Get<AddressHash>().Compute(MailAddress.Parse(address)!),
            Address = address,
            Name = "Rosa",
            Languages = [language],
            Source = "press conference in Kingston",
            SourceDate = new(2026, 11, 1, 9, 0, 0, TimeSpan.Zero),
            LawfulBasis = LawfulBasis.LegitimateInterests,
        };
        await desk.Get<ContactStore>().AddAsync(contact, Token);
        await desk.Get<SubscriptionStore>()
            .AddAsync(SubscriptionRules.Confirmed("press", contact, new("asked", "Her card.", now), now), Token);
        return contact.Id;
    }

    private async Task SendAsync(DispatchHost desk)
    {
        release = (await desk.ScheduleAsync(["press"], Token, "en", "fr", "es")).Id;
        await desk.RunAsync(Token);
        await desk.RunQueuesAsync(Token);
        desk.Clock.Advance(TimeSpan.FromHours(1));
    }

    private static async Task<Contact> ContactAsync(DispatchHost desk, string id) =>
        (await desk.Get<ContactStore>().FindAsync(id, Token))!.Value;
}
