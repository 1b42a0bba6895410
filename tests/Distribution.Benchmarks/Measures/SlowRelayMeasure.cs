using Distribution.Benchmarks.Parts;

namespace Distribution.Benchmarks.Measures;

/// <summary>A relay that answers each mail after 50 ms: whether all connections are kept busy all the time.</summary>
internal static class SlowRelayMeasure
{
    private const int Recipients = 32_000;
    private const int Connections = 32;
    private const int Bytes = 10 * 1024;
    private const int AloneMails = 100;

    private static readonly TimeSpan Answer = TimeSpan.FromMilliseconds(50);

    public static async Task<IEnumerable<Measured>> RunAsync(CancellationToken cancellationToken)
    {
        await using var relay = SlowRelay.Start(Answer);
        await using var storage = await BenchmarkStorage.StartAsync(cancellationToken);
        await using var room = await PressRoom.OpenAsync(storage, cancellationToken);
        await room.AddListAsync("press", Enumerable.Range(0, Recipients), cancellationToken);
        var mail = await BenchmarkMail.OfBytesAsync(room, Bytes, cancellationToken);
        var limit = Connections * await SmtpSource.RunAsync(relay.Port, AloneMails, Bytes, sessions: 1, cancellationToken);
        await using var server = await ServerUnderTest.StartAsync(
            room, cancellationToken, [("Mail:Port", $"{relay.Port}"), ("Mail:Connections", $"{Connections}")]);
        var cost = await server.SendAsync(["press"], mail.Body, cancellationToken);
        return
        [
            Measured.Fact("32 connections, 50 ms an answer: limit, mails/s", limit),
            Measured.Fact("32 connections, 50 ms an answer: dispatch, mails/s", cost.MailsPerSecond),
            Measured.AtLeast("dispatch ÷ limit at 50 ms", cost.MailsPerSecond / limit, 0.9),
        ];
    }
}
