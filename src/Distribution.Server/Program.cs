using Distribution.Server;

// What waits for a socket goes on where the socket is watched, and no second thread is woken for it: an eighth more mails
// (docs/performance.md). Nothing in this program blocks on another task. Whoever sets the variable decides.
if (Environment.GetEnvironmentVariable("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS") is null)
    Environment.SetEnvironmentVariable("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS", "1");

try
{
    return await DistributionServer.RunAsync(args, CancellationToken.None) ? 0 : 1;
}
catch (Exception failure) when (ServerFailure.Explain(failure) is { } sentence)
{
    await Console.Error.WriteLineAsync(sentence);
    return 1;
}
