using Distribution.Mail.Smtp;
using Distribution.Testing.Smtp;

namespace Distribution.Tests.Mail.Smtp;

/// <summary>Silence and cancellation, before and after the final dot.</summary>
public sealed class SmtpPatienceTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(SmtpStep.Greeting, 300, typeof(SendResult.Deferred))]
    [InlineData(SmtpStep.Hello, 300, typeof(SendResult.Deferred))]
    [InlineData(SmtpStep.Sender, 300, typeof(SendResult.Deferred))]
    [InlineData(SmtpStep.Recipient, 300, typeof(SendResult.Deferred))]
    [InlineData(SmtpStep.Data, 300, typeof(SendResult.Deferred))]
    [InlineData(SmtpStep.Message, 600, typeof(SendResult.Uncertain))]
    public async Task A_silent_relay_is_waited_for_as_long_as_the_step_allows(SmtpStep step, int seconds, Type expected)
    {
        await using var server = ScriptedSmtpServer.Start(new SmtpServerSettings { Extensions = SmtpExtensions.None });
        var clock = new TimersClock();
        await using var transport = server.Transport(clock: clock);
        var reached = Reached(server, step, SmtpAnswer.Hang);

        var sending = transport.SendAsync(Token);
        await reached.WaitAsync(Token);
        if (step == SmtpStep.Message) await clock.WaitForTimerAsync(TimeSpan.FromSeconds(seconds), Token);
        clock.Advance(TimeSpan.FromSeconds(seconds - 1));
        Assert.False(sending.IsCompleted);
        await clock.AdvanceUntilAsync(sending);

        Assert.IsType(expected, await sending);
    }

    [Theory]
    [InlineData(SmtpStep.Greeting)]
    [InlineData(SmtpStep.Sender)]
    [InlineData(SmtpStep.Recipient)]
    [InlineData(SmtpStep.Data)]
    public async Task A_cancellation_before_the_final_dot_is_thrown_and_nothing_was_handed_over(SmtpStep step)
    {
        await using var server = ScriptedSmtpServer.Start(new SmtpServerSettings { Extensions = SmtpExtensions.None });
        await using var transport = server.Transport();
        using var stop = new CancellationTokenSource();
        var reached = Reached(server, step, SmtpAnswer.Hang);

        var sending = transport.SendAsync(stop.Token);
        await reached.WaitAsync(Token);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        Assert.Empty(server.Mails);
    }

    [Fact]
    public async Task A_cancellation_after_the_final_dot_waits_for_the_answer()
    {
        await using var server = ScriptedSmtpServer.Start();
        await using var transport = server.Transport();
        using var stop = new CancellationTokenSource();
        var cancelled = new TaskCompletionSource();
        var reached = Reached(server, SmtpStep.Message, SmtpAnswer.Say(250, "2.0.0 taken").Once(cancelled.Task));

        var sending = transport.SendAsync(stop.Token);
        await reached.WaitAsync(Token);
        await stop.CancelAsync();
        cancelled.SetResult();

        Assert.IsType<SendResult.Accepted>(await sending);
    }

    [Fact]
    public async Task A_cancellation_after_the_final_dot_waits_a_while_and_then_nobody_knows()
    {
        await using var server = ScriptedSmtpServer.Start();
        var clock = new TimersClock();
        await using var transport = server.Transport(options => options.Timeouts.StoppingSeconds = 15, clock);
        using var stop = new CancellationTokenSource();
        var reached = Reached(server, SmtpStep.Message, SmtpAnswer.Hang);

        var sending = transport.SendAsync(stop.Token);
        await reached.WaitAsync(Token);
        await stop.CancelAsync();
        clock.Advance(TimeSpan.FromSeconds(14));
        Assert.False(sending.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.IsType<SendResult.Uncertain>(await sending);
    }

    [Fact]
    public async Task A_cancellation_that_comes_first_sends_nothing()
    {
        await using var server = ScriptedSmtpServer.Start();
        await using var transport = server.Transport();
        using var stop = new CancellationTokenSource();
        await using var connection = await transport.RentAsync(Token);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => connection.SendAsync(stop.Token));

        Assert.Equal(0, server.Connections);
    }

    private static Task Reached(ScriptedSmtpServer server, SmtpStep step, SmtpAnswer answer)
    {
        var reached = new TaskCompletionSource();
        server.On(step, _ =>
        {
            reached.TrySetResult();
            return answer;
        });
        return reached.Task;
    }
}
