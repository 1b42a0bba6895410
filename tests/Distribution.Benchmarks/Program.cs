using Distribution.Benchmarks;
using Distribution.Benchmarks.Parts;

var mails = args.Length > 0 ? int.Parse(args[0], System.Globalization.CultureInfo.InvariantCulture) : 20000;
await using var storage = await BenchmarkStorage.StartAsync(CancellationToken.None);
await using var sink = await SmtpSink.StartAsync(CancellationToken.None);
await using var room = await PressRoom.OpenAsync(storage, CancellationToken.None);
await room.AddListAsync("warm", Enumerable.Range(0, 4000), CancellationToken.None);
await room.AddListAsync("press", Enumerable.Range(0, mails), CancellationToken.None);
var text = await BenchmarkText.OfMailAsync(room, 10240, CancellationToken.None);
Console.WriteLine($"limit {await SmtpSource.RunAsync(sink.Port, 20000, 10240, 16, CancellationToken.None):F0}/s");
await using var server = await ServerUnderTest.StartAsync(room, CancellationToken.None, [("Mail:Port", $"{sink.Port}")]);
Console.WriteLine(await server.SendAsync(["warm"], text, CancellationToken.None));
for (var i = 0; i < 3; i++)
{
    var cost = await server.SendAsync(["press"], text, CancellationToken.None);
    Console.WriteLine($"{cost} {cost.MailsPerSecond:F0}/s {cost.MicrosecondsPerMail:F0} us {cost.OperationsPer100:F1} ops, {server.PeakMegabytes:F0} MB");
}

Console.WriteLine($"limit {await SmtpSource.RunAsync(sink.Port, 20000, 10240, 16, CancellationToken.None):F0}/s");
