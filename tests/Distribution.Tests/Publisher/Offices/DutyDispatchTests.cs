using Distribution.Publisher.Offices;
using Distribution.Testing;

namespace Distribution.Tests.Publisher.Offices;

public sealed class DutyDispatchTests(Azurite azurite)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(13, false)]
    [InlineData(23, true)]
    public async Task Mails_give_the_number_for_out_of_hours_when_the_release_is_sent_then(int hour, bool isGiven)
    {
        await using var desk = await DispatchHost.OpenAsync(azurite, Token);
        var officers = desk.Get<PressOfficerStore>();
        var ana = (await officers.FindAsync(DispatchHost.PressOfficer, Token))!;
        PressOfficerPhone night = new() { Number = "+18685550199", Kind = PressOfficerPhoneKind.OutOfHours };
        await officers.ReplaceAsync(
            ana, ana.Value with { Phones = [.. ana.Value.Phones, night], DutyHours = Hours.Parse("tuesday 08:00-17:00") }, Token);
        await desk.AddListAsync("press", Token);
        await desk.SubscribeAsync("press", "rosa@example.org", Token);
        await desk.ScheduleAsync(["press"], new(2026, 11, 24, hour, 0, 0, TimeSpan.Zero), Token);
        desk.Clock.Advance(TimeSpan.FromHours(hour - 12));

        await desk.RunAsync(Token);

        var text = desk.Relay.Mails.Single(mail => mail.Recipient == "rosa@example.org").Message.TextBody!;
        Assert.Equal(isGiven, text.Contains("Out of hours: +1 868-555-0199", StringComparison.Ordinal));
        Assert.Contains("+1 868-555-0101", text, StringComparison.Ordinal);
    }
}
