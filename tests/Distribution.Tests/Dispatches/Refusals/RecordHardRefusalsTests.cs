using Distribution.Audiences.Suppressions;
using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Refusals;
using Distribution.Operations.Housekeeping;
using Distribution.Platform.Addresses;
using Distribution.Platform.Jobs;
using Distribution.Platform.Security;
using Distribution.Platform.Storage;
using Distribution.Testing;
using Distribution.Testing.Smtp;

namespace Distribution.Tests.Dispatches.Refusals;

/// <summary>Dispatches to two readers, one of whom the relay refuses.</summary>
public sealed class RecordHardRefusalsTests(Azurite azurite)
{
    private const string Gone = "gone.reader@example.org";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_address_refused_in_two_dispatches_a_day_apart_is_suppressed_with_evidence()
    {
        await using var desk = await OpenAsync(SmtpAnswer.Say(550, $"5.1.1 <{Gone}>: user unknown"));
        var first = await SendAsync(desk);
        Assert.Null(await SuppressionAsync(desk));
        desk.Clock.Advance(TimeSpan.FromHours(25));
        var second = await SendAsync(desk);

        var suppression = (await SuppressionAsync(desk))!.Value;
        Assert.Equal(SuppressionReason.Refused, suppression.Reason);
        Assert.Equal(
            $"Refused for good in two dispatches: {first.Id} at 2026-11-24T12:00:00.000Z (550 5.1.1 <…>: user unknown); "
            + $"{second.Id} at 2026-11-25T13:00:00.000Z (550 5.1.1 <…>: user unknown).",
            suppression.Evidence);
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        var third = await SendAsync(desk);
        Assert.Equal((1, 1), (third.Planned, third.Excluded["suppressed"]));
    }

    [Theory]
    [InlineData(23, 550, "5.1.1 unknown")]
    [InlineData(25, 550, "unknown")]
    [InlineData(25, 554, "5.7.1 not for you")]
    public async Task Less_than_that_suppresses_nobody(int hours, int code, string words)
    {
        await using var desk = await OpenAsync(SmtpAnswer.Say(code, words));
        await SendAsync(desk);
        desk.Clock.Advance(TimeSpan.FromHours(hours));
        await SendAsync(desk);

        Assert.Null(await SuppressionAsync(desk));
    }

    [Fact]
    public async Task An_acceptance_between_two_refusals_makes_the_second_the_first()
    {
        var isGone = true;
        await using var desk = await OpenAsync(SmtpAnswer.Say(550, "5.1.1 unknown"), () => isGone);
        await SendAsync(desk);
        desk.Clock.Advance(TimeSpan.FromHours(12));
        isGone = false;
        await SendAsync(desk);
        desk.Clock.Advance(TimeSpan.FromHours(13));
        isGone = true;
        await SendAsync(desk);
        Assert.Null(await SuppressionAsync(desk));

        desk.Clock.Advance(TimeSpan.FromHours(24));
        await SendAsync(desk);
        Assert.NotNull(await SuppressionAsync(desk));
    }

    [Fact]
    public async Task A_rehearsal_does_not_count()
    {
        await using var desk = await OpenAsync(SmtpAnswer.Say(550, "5.1.1 unknown"));
        await using var rehearsing = desk.Another(("Mail:Recipients", Gone));
        await desk.ScheduleAsync(["press"], Cancellation);
        await rehearsing.RunAsync(Cancellation);
        Assert.Contains(desk.Relay.Commands, command => command.Contains(Gone, StringComparison.Ordinal));
        desk.Clock.Advance(TimeSpan.FromHours(25));

        await SendAsync(desk);

        Assert.Null(await SuppressionAsync(desk));
    }

    [Fact]
    public async Task Noting_the_same_dispatch_again_changes_nothing()
    {
        await using var desk = await OpenAsync(SmtpAnswer.Say(550, "5.1.1 unknown"));
        var first = await SendAsync(desk);
        desk.Clock.Advance(TimeSpan.FromHours(25));
        await NoteAsync(desk, first);
        Assert.Null(await SuppressionAsync(desk));
        var second = await SendAsync(desk);
        var (refused, suppression) = (await desk.Get<HardRefusalStore>().FindAsync(Id(desk), Cancellation), await SuppressionAsync(desk));

        await NoteAsync(desk, first);
        await NoteAsync(desk, second);

        Assert.Equal(refused!.ETag, (await desk.Get<HardRefusalStore>().FindAsync(Id(desk), Cancellation))!.ETag);
        Assert.Equal(suppression!.ETag, (await SuppressionAsync(desk))!.ETag);
    }

    [Fact]
    public async Task Lifting_forgets_so_that_the_next_refusal_alone_does_not_suppress()
    {
        await using var desk = await OpenAsync(SmtpAnswer.Say(550, "5.1.1 unknown"));
        await SendAsync(desk);
        desk.Clock.Advance(TimeSpan.FromHours(25));
        await SendAsync(desk);

        await desk.Get<LiftSuppression>().RunAsync((await SuppressionAsync(desk))!, Cancellation);
        desk.Clock.Advance(TimeSpan.FromHours(25));
        Assert.Equal(2, (await SendAsync(desk)).Planned);

        Assert.Null(await SuppressionAsync(desk));
    }

    [Fact]
    public async Task Refusals_are_kept_for_half_a_year()
    {
        await using var desk = await OpenAsync(SmtpAnswer.Say(550, "5.1.1 unknown"));
        await SendAsync(desk);

        desk.Clock.Advance(TimeSpan.FromDays(179));
        await desk.Get<RunHousekeeping>().RunAsync(Cancellation);
        Assert.NotNull(await desk.Get<HardRefusalStore>().FindAsync(Id(desk), Cancellation));
        desk.Clock.Advance(TimeSpan.FromDays(2));
        await desk.Get<RunHousekeeping>().RunAsync(Cancellation);
        Assert.Null(await desk.Get<HardRefusalStore>().FindAsync(Id(desk), Cancellation));
    }

    private async Task<DispatchHost> OpenAsync(SmtpAnswer answer, Func<bool>? isGone = null)
    {
        var desk = await DispatchHost.OpenAsync(azurite, Cancellation);
        await desk.AddListAsync("press", Cancellation);
        await desk.SubscribeAsync("press", "rosa@example.org", Cancellation);
        await desk.SubscribeAsync("press", Gone, Cancellation);
        desk.Relay.On(SmtpStep.Recipient, exchange => exchange.Recipient == Gone && isGone?.Invoke() != false ? answer : null);
        return desk;
    }

    private static async Task<Dispatch> SendAsync(DispatchHost desk)
    {
        var release = await desk.ScheduleAsync(["press"], Cancellation);
        await desk.RunAsync(Cancellation);
        return await desk.DispatchOfAsync(release, Cancellation);
    }

    private static async Task NoteAsync(DispatchHost desk, Dispatch dispatch) =>
        await desk.Get<IEnumerable<IJobRunner>>().Single(runner => runner.Name == RecordHardRefusals.JobName)
            .RunAsync(dispatch.Id, Cancellation);

    private static Task<Stored<Suppression>?> SuppressionAsync(DispatchHost desk) =>
        desk.Get<SuppressionStore>().FindAsync(Id(desk), Cancellation);

    private static string Id(DispatchHost desk) => desk.Get<AddressHash>().Compute(MailAddress.Parse(Gone)!);
}
