using System.Security.Cryptography;
using Distribution.Benchmarks.Parts;

namespace Distribution.Benchmarks.Measures;

/// <summary>A dispatch over the fastest relay there is, Postfix's <c>smtp-sink</c>, with <c>smtp-source</c> as the limit.</summary>
internal sealed class SpeedMeasure(int recipients, int connections)
{
    private const int Bytes = 10 * 1024;

    /// <summary>A server that has just been started compiles its code; it is measured when it has sent this many.</summary>
    private const int WarmUp = 20_000;

    private const int Rounds = 3;

    private const int ManyRecipients = 200_000;
    private const int PeerMails = 20_000;

    /// <summary>
    /// Rounds of limit and dispatch; the one whose ratio is in the middle counts, for other programs take their share of a machine too.
    /// </summary>
    public async Task<Speed> RunAsync(CancellationToken cancellationToken)
    {
        await using var sink = await SmtpSink.StartAsync(cancellationToken);
        await using var storage = await BenchmarkStorage.StartAsync(cancellationToken);
        await using var room = await PressRoom.OpenAsync(storage, cancellationToken);
        await room.AddListAsync("press", Enumerable.Range(0, recipients), cancellationToken);
        var mail = await BenchmarkMail.OfBytesAsync(room, Bytes, cancellationToken);
        await using var server = await StartAsync(room, sink, [], cancellationToken);
        await server.SendAsync(["press"], mail.Body, cancellationToken);
        List<Speed> rounds = [];
        var before = await LimitAsync(sink, cancellationToken);
        for (var round = 0; round < Rounds; round++)
        {
            var cost = await server.SendAsync(["press"], mail.Body, cancellationToken);
            var after = await LimitAsync(sink, cancellationToken);
            rounds.Add(Get(cost, (before + after) / 2, server.PeakMegabytes));
            before = after;
        }

        return rounds.OrderBy(speed => speed.Ratio).ElementAt(Rounds / 2) with { PeakRssMb = server.PeakMegabytes };
    }

    public async Task<IEnumerable<Measured>> PeerAsync(Speed speed, CancellationToken cancellationToken)
    {
        await using var storage = await BenchmarkStorage.StartAsync(cancellationToken);
        await using var room = await PressRoom.OpenAsync(storage, cancellationToken);
        await using var sink = await SmtpSink.StartAsync(cancellationToken);
        var mail = await BenchmarkMail.OfBytesAsync(room, Bytes, cancellationToken);
        var peer = await NodeMailer.RunAsync(sink.Port, PeerMails, connections, mail, cancellationToken);
        return
        [
            Measured.Fact("nodemailer's pool, mails/s", peer),
            Measured.AtLeast("dispatch ÷ nodemailer", speed.MailsPerSecond / peer, 3, "0.0")
        ];
    }

    public async Task<IEnumerable<Measured>> SignedAsync(CancellationToken cancellationToken)
    {
        using var key = RSA.Create(2048);
        await using var sink = await SmtpSink.StartAsync(cancellationToken);
        (string, string?)[] settings = [("Dkim:Selector", "press"), ("Dkim:PrivateKey", key.ExportPkcs8PrivateKeyPem())];
        var (cost, _) = await SendAsync(sink, recipients, settings, cancellationToken);
        return [Measured.AtMost("processor with DKIM, µs per mail", cost.MicrosecondsPerMail, 700)];
    }

    public async Task<IEnumerable<Measured>> GrowthAsync(Speed speed, CancellationToken cancellationToken)
    {
        await using var sink = await SmtpSink.StartAsync(cancellationToken);
        var (cost, peak) = await SendAsync(sink, ManyRecipients, [], cancellationToken);
        return
        [
            Measured.Fact("200,000 recipients, mails/s", cost.MailsPerSecond),
            Measured.Fact("200,000 recipients, peak memory, MB", peak),
            Measured.AtMost("growth of memory at 200,000 recipients, %", 100 * ((peak / speed.PeakRssMb) - 1), 30),
        ];
    }

    private async Task<(DispatchCost Cost, double PeakMegabytes)> SendAsync(
        SmtpSink sink, int mails, (string Key, string? Value)[] settings, CancellationToken cancellationToken)
    {
        await using var storage = await BenchmarkStorage.StartAsync(cancellationToken);
        await using var room = await PressRoom.OpenAsync(storage, cancellationToken);
        await room.AddListAsync("first", Enumerable.Range(0, WarmUp), cancellationToken);
        await room.AddListAsync("press", Enumerable.Range(0, mails), cancellationToken);
        var mail = await BenchmarkMail.OfBytesAsync(room, Bytes, cancellationToken);
        await using var server = await StartAsync(room, sink, settings, cancellationToken);
        await server.SendAsync(["first"], mail.Body, cancellationToken);
        var cost = await server.SendAsync(["press"], mail.Body, cancellationToken);
        return (cost, server.PeakMegabytes);
    }

    private Task<ServerUnderTest> StartAsync(
        PressRoom room, SmtpSink sink, (string Key, string? Value)[] settings, CancellationToken cancellationToken) =>
        ServerUnderTest.StartAsync(
            room, cancellationToken, [("Mail:Port", $"{sink.Port}"), ("Mail:Connections", $"{connections}"), .. settings]);

    private static Speed Get(DispatchCost cost, double limit, double peak) => new()
    {
        MailsPerSecond = cost.MailsPerSecond,
        LimitMailsPerSecond = limit,
        StorageOperationsPer100 = cost.OperationsPer100,
        CpuMicrosecondsPerMail = cost.MicrosecondsPerMail,
        PeakRssMb = peak,
    };

    private Task<double> LimitAsync(SmtpSink sink, CancellationToken cancellationToken) =>
        SmtpSource.RunAsync(sink.Port, 2 * recipients, Bytes, connections, cancellationToken);
}
