using Distribution.Dispatches.Ledger;
using Distribution.Publisher.Offices;
using Distribution.Testing;

namespace Distribution.Tests.Dispatches.Sending;

public sealed class SaveContactBlockTests(Azurite azurite)
{
    private const string First = "+1 868-555-0101";
    private const string Second = "+1 868-555-0199";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_number_that_changes_in_the_middle_of_a_dispatch_is_in_none_of_its_mails_and_the_record_says_what_was_sent()
    {
        await using var desk = await DispatchHost.OpenAsync(azurite, Cancellation, ("Mail:Connections", "1"));
        await desk.AddListAsync("press", Cancellation);
        await desk.SubscribeAsync("press", "rosa@example.org", Cancellation);
        await desk.SubscribeAsync("press", "otto@example.org", Cancellation);
        var release = await desk.ScheduleAsync(["press"], Cancellation);
        desk.Relay.On(Testing.Smtp.SmtpStep.Recipient, Testing.Smtp.SmtpAnswer.Say(450, "4.2.1 greylisted"));
        await desk.RunAsync(Cancellation);
        Assert.Single(desk.Relay.Mails);

        await RenumberAsync(desk);
        desk.Clock.Advance(TimeSpan.FromHours(3));
        await desk.RunAsync(Cancellation);

        Assert.Equal(2, desk.Relay.Mails.Count);
        Assert.All(desk.Relay.Mails, mail => Assert.Contains(First, mail.Message.TextBody, StringComparison.Ordinal));
        Assert.All(desk.Relay.Mails, mail => Assert.DoesNotContain(Second, mail.Message.TextBody, StringComparison.Ordinal));
        var dispatch = await desk.DispatchOfAsync(release, Cancellation);
        var sent = Assert.Single(await desk.Get<DispatchStore>().ContactsAsync(dispatch.Id, Cancellation));
        Assert.Equal(("en", "Ana Officer", First), (sent.Language, sent.Contacts[0].Name, sent.Contacts[0].Phones[0].Number));
    }

    [Fact]
    public async Task Each_language_that_was_sent_has_its_own_block_and_no_other_language_has_one()
    {
        await using var desk = await DispatchHost.OpenAsync(azurite, Cancellation);
        await desk.AddListAsync("press", Cancellation);
        await desk.SubscribeAsync("press", "rosa@example.org", Cancellation, languages: ["fr"]);
        await desk.SubscribeAsync("press", "otto@example.org", Cancellation, languages: ["en"]);
        var release = await desk.ScheduleAsync(["press"], Cancellation, "en", "fr", "es");
        await desk.RunAsync(Cancellation);

        var sent = await desk.Get<DispatchStore>().ContactsAsync((await desk.DispatchOfAsync(release, Cancellation)).Id, Cancellation);

        Assert.Equal(["en", "fr"], sent.Select(block => block.Language));
        Assert.Equal("Organisation du port, Port-d'Espagne", sent[1].Contacts[0].Place);
    }

    private static async Task RenumberAsync(DispatchHost desk)
    {
        var officers = desk.Get<PressOfficerStore>();
        var read = (await officers.FindAsync(DispatchHost.PressOfficer, Cancellation))!;
        await officers.ReplaceAsync(
            read, read.Value with { Phones = [new() { Number = "+18685550199", Visibility = PhoneVisibility.Web }] }, Cancellation);
    }
}
