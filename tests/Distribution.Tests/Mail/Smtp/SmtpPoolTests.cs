using Distribution.Mail.Smtp;
using Distribution.Testing.Smtp;
using Microsoft.Extensions.Time.Testing;

namespace Distribution.Tests.Mail.Smtp;

public sealed class SmtpPoolTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sockets_do_not_wait_to_fill_packets()
    {
        await using var server = ScriptedSmtpServer.Start();
        await using var transport = server.Transport();
        await using var connection = await transport.RentAsync(Token);

        await connection.SendAsync(Token);

        Assert.True(connection.Link!.Socket!.NoDelay);
    }

    [Fact]
    public async Task A_group_goes_over_one_connection()
    {
        await using var server = ScriptedSmtpServer.Start();
        await using var transport = server.Transport();
        await using (var connection = await transport.RentAsync(Token))
        {
            for (var i = 0; i < 20; i++) Assert.IsType<SendResult.Accepted>(await connection.SendAsync(Token));
        }

        await transport.SendAsync(Token);

        Assert.Equal(21, server.Mails.Count);
        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task No_more_connections_are_made_than_allowed()
    {
        await using var server = ScriptedSmtpServer.Start();
        await using var transport = server.Transport(options => options.Connections = 3);

        var results = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => transport.SendAsync(Token)));

        Assert.All(results, result => Assert.IsType<SendResult.Accepted>(result));
        Assert.Equal(60, server.Mails.Count);
        Assert.InRange(server.MostOpen, 1, 3);
    }

    [Fact]
    public async Task Whoever_comes_when_all_are_lent_waits_and_may_give_up()
    {
        await using var server = ScriptedSmtpServer.Start();
        await using var transport = server.Transport(options => options.Connections = 1);
        var held = await transport.RentAsync(Token);

        using var impatience = new CancellationTokenSource();
        var givingUp = transport.RentAsync(impatience.Token);
        var waiting = transport.RentAsync(Token);
        await impatience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => givingUp);
        Assert.False(waiting.IsCompleted);

        await held.DisposeAsync();
        await using var lent = await waiting;
        Assert.IsType<SendResult.Accepted>(await lent.SendAsync(Token));
    }

    [Theory]
    [InlineData(3, 7, 3)]
    [InlineData(1, 3, 3)]
    [InlineData(0, 7, 1)]
    public async Task A_connection_is_replaced_after_so_many_mails(int perConnection, int mails, int connections)
    {
        await using var server = ScriptedSmtpServer.Start();
        await using var transport = server.Transport(options => options.MessagesPerConnection = perConnection);
        await using var connection = await transport.RentAsync(Token);

        for (var i = 0; i < mails; i++) Assert.IsType<SendResult.Accepted>(await connection.SendAsync(Token));

        Assert.Equal(connections, server.Connections);
        Assert.Equal(connections - 1, server.Commands.Count(line => line == "QUIT"));
    }

    [Fact]
    public async Task An_unused_connection_is_closed_politely_when_its_time_is_over()
    {
        await using var server = ScriptedSmtpServer.Start();
        var clock = new FakeTimeProvider();
        await using var transport = server.Transport(options => options.IdleSeconds = 30, clock);
        var quit = new TaskCompletionSource();
        server.On(SmtpStep.Quit, _ =>
        {
            quit.TrySetResult();
            return null;
        });
        await transport.SendAsync(Token);

        clock.Advance(TimeSpan.FromSeconds(30));

        await quit.Task.WaitAsync(Token);
        await transport.SendAsync(Token);
        Assert.Equal(2, server.Connections);
    }

    [Fact]
    public async Task A_connection_the_relay_closed_meanwhile_costs_no_attempt()
    {
        await using var server = ScriptedSmtpServer.Start();
        await using var transport = server.Transport();
        server.On(SmtpStep.Message, SmtpAnswer.Say(250, "2.0.0 taken").ThenDrop());
        await transport.SendAsync(Token);
        await server.WaitUntilClosedAsync(Token);

        Assert.IsType<SendResult.Accepted>(await transport.SendAsync(Token));

        Assert.Equal(2, server.Mails.Count);
        Assert.Equal(2, server.Connections);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_connection_found_dead_at_MAIL_is_replaced_and_costs_no_attempt(bool saysGoodbye)
    {
        await using var server = ScriptedSmtpServer.Start();
        await using var transport = server.Transport();
        await using var connection = await transport.RentAsync(Token);
        await connection.SendAsync(Token);
        server.On(SmtpStep.Sender, saysGoodbye ? SmtpAnswer.Say(421, "4.4.2 idle too long").ThenDrop() : SmtpAnswer.Drop);

        Assert.IsType<SendResult.Accepted>(await connection.SendAsync(Token));

        Assert.Equal(2, server.Mails.Count);
        Assert.Equal(2, server.Connections);
    }

    [Fact]
    public async Task A_fresh_connection_that_dies_at_MAIL_defers_instead_of_trying_for_ever()
    {
        await using var server = ScriptedSmtpServer.Start();
        await using var transport = server.Transport();
        server.On(SmtpStep.Sender, _ => SmtpAnswer.Drop);

        Assert.IsType<SendResult.Deferred>(await transport.SendAsync(Token));

        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task At_the_end_every_connection_gets_its_QUIT()
    {
        await using var server = ScriptedSmtpServer.Start();
        await using (var transport = server.Transport())
        {
            await using var one = await transport.RentAsync(Token);
            await using var two = await transport.RentAsync(Token);
            await one.SendAsync(Token);
            await two.SendAsync(Token);
        }

        Assert.Equal(2, server.Commands.Count(line => line == "QUIT"));
    }

    [Fact]
    public async Task A_connection_returned_after_the_end_is_closed_too()
    {
        await using var server = ScriptedSmtpServer.Start();
        var transport = server.Transport();
        var connection = await transport.RentAsync(Token);
        await connection.SendAsync(Token);

        await transport.DisposeAsync();
        await connection.DisposeAsync();

        Assert.Contains("QUIT", server.Commands);
    }
}
