using Distribution.Server;

try
{
    return await DistributionServer.RunAsync(args, CancellationToken.None) ? 0 : 1;
}
catch (Exception failure) when (ServerFailure.Explain(failure) is { } sentence)
{
    await Console.Error.WriteLineAsync(sentence);
    return 1;
}
