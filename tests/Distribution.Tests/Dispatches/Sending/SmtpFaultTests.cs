using System.Security.Cryptography;
using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Steering;
using Distribution.Mail.Outcomes;
using Distribution.Platform.Security;
using Distribution.Releases.Drafts;
using Distribution.Testing;
using Distribution.Testing.Smtp;

namespace Distribution.Tests.Dispatches.Sending;

/// <summary>
/// Each way a relay can fail, at each step of the conversation: what the ledger says then, and that everybody is right in the end.
/// </summary>
public sealed class SmtpFaultTests(Azurite azurite, SmtpFaultHosts hosts) : IClassFixture<SmtpFaultHosts>
{
    /// <summary>In place of a reply code: the connection breaks without a word.</summary>
    private const int Lost = 0;

    /// <summary>The same, after the relay has taken the mail.</summary>
    private const int Taken = -1;

    private const DispatchState Sending = DispatchState.Sending;
    private const DispatchState Stopped = DispatchState.Stopped;
    private const DispatchState Finished = DispatchState.Finished;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>
    /// Three people are mailed, and the relay fails at the second; before MAIL it fails at the first, who then stands for all.
    /// </summary>
    [Theory]
    [InlineData(SmtpStep.Greeting, 421, "4.3.2 going down", "planned planned planned", Sending, 1)]
    [InlineData(SmtpStep.Greeting, 554, "5.7.1 no service for you", "planned planned planned", Stopped, 1)]
    [InlineData(SmtpStep.Greeting, Lost, "", "planned planned planned", Sending, 1)]
    [InlineData(SmtpStep.Hello, 451, "4.3.2 busy", "planned planned planned", Sending, 1)]
    [InlineData(SmtpStep.Hello, 550, "5.7.1 bad host name", "planned planned planned", Stopped, 1)]
    [InlineData(SmtpStep.Hello, Lost, "", "planned planned planned", Sending, 1)]
    [InlineData(SmtpStep.StartTls, 454, "4.7.0 TLS not available", "planned planned planned", Sending, 1)]
    [InlineData(SmtpStep.StartTls, 554, "5.7.3 no TLS", "planned planned planned", Stopped, 1)]
    [InlineData(SmtpStep.StartTls, Lost, "", "planned planned planned", Sending, 1)]
    [InlineData(SmtpStep.Login, 535, "5.7.8 wrong password", "planned planned planned", Stopped, 1)]
    [InlineData(SmtpStep.Login, 454, "4.7.0 temporary authentication failure", "planned planned planned", Sending, 1)]
    [InlineData(SmtpStep.Login, Lost, "", "planned planned planned", Sending, 1)]
    [InlineData(SmtpStep.Sender, 421, "4.7.0 too many mails on this connection", "accepted accepted accepted", Finished, 1)]
    [InlineData(SmtpStep.Sender, Lost, "", "accepted accepted accepted", Finished, 1)]
    [InlineData(SmtpStep.Sender, 451, "4.3.0 trouble", "accepted planned planned", Sending, 1)]
    [InlineData(SmtpStep.Sender, 452, "4.3.1 no storage", "accepted planned planned", Sending, 1)]
    [InlineData(SmtpStep.Sender, 550, "5.7.60 not allowed to send as this sender", "accepted planned planned", Stopped, 1)]
    [InlineData(SmtpStep.Sender, 530, "5.7.0 authentication required", "accepted planned planned", Stopped, 1)]
    [InlineData(SmtpStep.Sender, 552, "5.3.4 too large", "accepted refused accepted", Finished, 0)]
    [InlineData(SmtpStep.Recipient, 450, "4.2.0 greylisted", "accepted deferred accepted", Sending, 1)]
    [InlineData(SmtpStep.Recipient, 451, "4.7.1 greylisted", "accepted deferred accepted", Sending, 1)]
    [InlineData(SmtpStep.Recipient, 451, "4.3.0 lookup failed", "accepted deferred planned", Sending, 1)]
    [InlineData(SmtpStep.Recipient, 452, "4.2.2 mailbox full", "accepted deferred accepted", Sending, 1)]
    [InlineData(SmtpStep.Recipient, 421, "4.3.2 closing", "accepted deferred planned", Sending, 1)]
    [InlineData(SmtpStep.Recipient, 550, "5.1.1 no such user", "accepted refused accepted", Finished, 0)]
    [InlineData(SmtpStep.Recipient, 550, "5.7.1 relaying denied", "accepted deferred accepted", Sending, 1)]
    [InlineData(SmtpStep.Recipient, 530, "5.7.57 not authenticated", "accepted planned planned", Stopped, 1)]
    [InlineData(SmtpStep.Recipient, 552, "5.2.2 mailbox full", "accepted deferred accepted", Sending, 1)]
    [InlineData(SmtpStep.Recipient, 553, "5.1.3 no such name", "accepted refused accepted", Finished, 0)]
    [InlineData(SmtpStep.Recipient, Lost, "", "accepted deferred planned", Sending, 1)]
    [InlineData(SmtpStep.Data, 451, "4.3.0 trouble", "accepted deferred planned", Sending, 1)]
    [InlineData(SmtpStep.Data, 421, "4.3.2 closing", "accepted deferred planned", Sending, 1)]
    [InlineData(SmtpStep.Data, 503, "5.5.1 not now", "accepted planned planned", Stopped, 1)]
    [InlineData(SmtpStep.Data, 554, "5.6.0 not this", "accepted refused accepted", Finished, 0)]
    [InlineData(SmtpStep.Data, Lost, "", "accepted deferred planned", Sending, 1)]
    [InlineData(SmtpStep.Message, 450, "4.2.0 later", "accepted deferred accepted", Sending, 1)]
    [InlineData(SmtpStep.Message, 451, "4.3.0 trouble", "accepted deferred planned", Sending, 1)]
    [InlineData(SmtpStep.Message, 421, "4.3.2 closing", "accepted deferred planned", Sending, 1)]
    [InlineData(SmtpStep.Message, 550, "5.7.1 looks like spam", "accepted refused accepted", Finished, 0)]
    [InlineData(SmtpStep.Message, 552, "5.3.4 too large", "accepted refused accepted", Finished, 0)]
    [InlineData(SmtpStep.Message, Lost, "", "accepted uncertain accepted", Sending, 1)]
    [InlineData(SmtpStep.Message, Taken, "", "accepted uncertain accepted", Sending, 2)]
    public async Task A_relay_fails_and_is_well_again(SmtpStep step, int code, string words, string ledger, DispatchState state, int copies)
    {
        var isEncrypted = step is SmtpStep.StartTls or SmtpStep.Login;
        await using var desk = await hosts.NextAsync(isEncrypted, isEncrypted ? OpenEncryptedAsync : OpenAsync);
        var list = NewId.Random();
        await FillAsync(desk, list);
        var release = await PlanAsync(desk, list);
        var people = await PeopleAsync(desk, release);
        Fail(desk.Relay, step, Answer(code, words), people[1].Address);

        await desk.RunQueuesAsync(Cancellation);

        var (now, after) = (await desk.DispatchOfAsync(release, Cancellation), await PeopleAsync(desk, release));
        Assert.Equal((ledger, state), (Ledger(after), now.State));
        Assert.Equal(state == Stopped ? $"{code} {words}" : null, now.StopReason);
        Assert.All(after, person => Assert.Equal(person.Outcome.State == OutcomeState.Planned ? 0 : 1, person.Outcome.Attempts));
        var told = after[step < SmtpStep.Sender ? 0 : 1].Outcome;
        if (told.State != OutcomeState.Accepted) Assert.Equal(Math.Max(code, 0), told.Code);
        if (told.State != OutcomeState.Accepted && code > 0) Assert.Equal(words, $"{told.Enhanced} {told.Words}");

        desk.Relay.On(step, _ => null);
        await GoOnAsync(desk, release);

        var (dispatch, refused) = (await desk.DispatchOfAsync(release, Cancellation), copies == 0);
        Assert.Equal((Finished, refused ? 2 : 3), (dispatch.State, dispatch.Outcomes[OutcomeState.Accepted]));
        var mails = desk.Relay.Mails.Where(mail => people.Any(person => person.Address == mail.Recipient)).ToList();
        Assert.Equal(
            [.. people.SelectMany((person, index) => Enumerable.Repeat(person.Address, index == 1 ? copies : 1))
                .Order(StringComparer.Ordinal)],
            mails.Select(mail => mail.Recipient).Order(StringComparer.Ordinal));
        var outcomes = (await PeopleAsync(desk, release)).Select(person => person.Outcome).ToList();
        Assert.Equal([false, told.State == OutcomeState.Uncertain, false], outcomes.Select(outcome => outcome.MaybeTwice));
        Assert.Equal(copies == 2 ? 1 : 0, mails.Count - mails.Select(mail => mail.Message.MessageId).Distinct().Count());
    }

    [Fact]
    public async Task A_relay_that_cannot_be_reached_costs_nobody_an_attempt()
    {
        await using var desk = await OpenAsync();
        await using var lost = desk.Another(("Mail:Port", "1"));
        var release = await PlanAsync(desk);

        await lost.RunQueuesAsync(Cancellation);
        var people = await PeopleAsync(desk, release);
        Assert.Equal("planned planned planned", Ledger(people));
        Assert.Contains("connection lost", people[0].Outcome.Words, StringComparison.Ordinal);
        await GoOnAsync(desk, release);

        Assert.Equal("accepted accepted accepted", Ledger(await PeopleAsync(desk, release)));
        Assert.Equal(3, desk.Relay.Mails.Count);
    }

    [Theory]
    [InlineData("Mail:Fingerprint", "0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("Mail:Password", "wrong")]
    public async Task A_relay_that_is_not_the_one_we_know_or_does_not_know_us_stops_the_dispatch(string setting, string value)
    {
        await using var desk = await OpenEncryptedAsync();
        await using var mistaken = desk.Another((setting, value));
        var release = await PlanAsync(desk);

        await mistaken.RunQueuesAsync(Cancellation);
        Assert.Equal(Stopped, (await desk.DispatchOfAsync(release, Cancellation)).State);
        Assert.Equal("planned planned planned", Ledger(await PeopleAsync(desk, release)));
        await GoOnAsync(desk, release);

        Assert.Equal("accepted accepted accepted", Ledger(await PeopleAsync(desk, release)));
    }

    [Fact]
    public async Task A_relay_that_offers_no_encryption_where_we_ask_for_it_gets_nothing()
    {
        await using var desk = await OpenAsync(("Mail:Security", "StartTls"));
        var release = await PlanAsync(desk);

        await desk.RunQueuesAsync(Cancellation);

        Assert.Equal(Stopped, (await desk.DispatchOfAsync(release, Cancellation)).State);
        Assert.Equal("planned planned planned", Ledger(await PeopleAsync(desk, release)));
        Assert.Empty(desk.Relay.Mails);
    }

    [Fact]
    public async Task A_mail_over_the_size_that_the_relay_announces_is_refused_by_us_and_said_so()
    {
        await using var desk = await DispatchHost.OpenAsync(azurite, new SmtpServerSettings { MaximumSize = 100 }, Cancellation);
        await FillAsync(desk, "press");
        var release = await PlanAsync(desk);

        await desk.RunQueuesAsync(Cancellation);

        var people = await PeopleAsync(desk, release);
        Assert.Equal("refused refused refused", Ledger(people));
        Assert.All(people, person => Assert.Contains("100", person.Outcome.Words, StringComparison.Ordinal));
        Assert.Empty(desk.Relay.Mails);
    }

    [Fact]
    public async Task Where_the_relay_takes_ASCII_only_whoever_has_another_address_is_refused_by_us_and_the_others_are_mailed()
    {
        await using var desk = await OpenAsync();
        await desk.SubscribeAsync("press", "josé@example.org", Cancellation);
        var release = await PlanAsync(desk);

        await desk.RunQueuesAsync(Cancellation);

        var outcomes = await desk.OutcomesAsync(await desk.DispatchOfAsync(release, Cancellation), Cancellation);
        Assert.Equal((OutcomeState.Refused, 0), (outcomes["josé@example.org"].State, outcomes["josé@example.org"].Code));
        Assert.Contains("RFC 6531", outcomes["josé@example.org"].Words, StringComparison.Ordinal);
        Assert.Equal(3, desk.Relay.Mails.Count);
        Assert.Equal(Finished, (await desk.DispatchOfAsync(release, Cancellation)).State);
    }

    private Task<DispatchHost> OpenAsync() => OpenAsync([]);

    private async Task<DispatchHost> OpenAsync(params (string Key, string? Value)[] settings)
    {
        var desk = await DispatchHost.OpenAsync(azurite, Cancellation, settings);
        await FillAsync(desk, "press");
        return desk;
    }

    private async Task<DispatchHost> OpenEncryptedAsync()
    {
        SmtpServerSettings relay = new()
        {
            Certificate = SmtpCertificate.Create(),
            Extensions = SmtpExtensions.Usual | SmtpExtensions.StartTls | SmtpExtensions.Plain,
            RequiresLogin = true,
        };
        var desk = await DispatchHost.OpenAsync(
            azurite,
            relay,
            Cancellation,
            ("Mail:Security", "StartTls"),
            ("Mail:Fingerprint", relay.Certificate.GetCertHashString(HashAlgorithmName.SHA256)),
            ("Mail:Authentication", "Login"),
            ("Mail:User", relay.User),
            ("Mail:Password", relay.Password));
        await FillAsync(desk, "press");
        return desk;
    }

    private static async Task FillAsync(DispatchHost desk, string list)
    {
        await desk.AddListAsync(list, Cancellation);
        for (var number = 0; number < 3; number++) await desk.SubscribeAsync(list, $"r{number}.{list}@example.org", Cancellation);
    }

    private static async Task<Release> PlanAsync(DispatchHost desk, string list = "press")
    {
        var release = await desk.ScheduleAsync([list], Cancellation);
        await desk.RunTimerAsync(Cancellation);
        return release;
    }

    /// <summary>A person mends what stopped it, and time goes by.</summary>
    private static async Task GoOnAsync(DispatchHost desk, Release release)
    {
        var dispatch = await desk.DispatchOfAsync(release, Cancellation);
        if (dispatch.State == Stopped) await desk.Get<ResumeDispatch>().RunAsync(dispatch.Id, Cancellation);
        desk.Clock.Advance(TimeSpan.FromMinutes(15));
        await desk.RunAsync(Cancellation);
    }

    private static void Fail(ScriptedSmtpServer relay, SmtpStep step, SmtpAnswer answer, string victim)
    {
        var senders = 0;
        relay.On(step, exchange =>
            step < SmtpStep.Sender || (step == SmtpStep.Sender ? ++senders == 2 : exchange.Recipient == victim) ? answer : null);
    }

    private static SmtpAnswer Answer(int code, string words) => code switch
    {
        Lost => SmtpAnswer.Drop,
        Taken => SmtpAnswer.Drop.ButTakeIt(),
        421 => SmtpAnswer.Say(code, words).ThenDrop(),
        _ => SmtpAnswer.Say(code, words),
    };

    /// <summary>In the order in which they are mailed.</summary>
    private static async Task<IReadOnlyList<(string Address, Outcome Outcome)>> PeopleAsync(DispatchHost desk, Release release) =>
        [.. (await desk.OutcomesAsync(await desk.DispatchOfAsync(release, Cancellation), Cancellation)).Select(
            person => (person.Key, person.Value))];

    private static string Ledger(IEnumerable<(string Address, Outcome Outcome)> people) =>
        string.Join(' ', people.Select(person => person.Outcome.State.ToString().ToLowerInvariant()));
}
