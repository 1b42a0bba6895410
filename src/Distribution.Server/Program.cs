using Distribution.Server;

try
{
    await DistributionServer.RunAsync(args, CancellationToken.None);
    return 0;
}
catch (Exception failure) when (ServerFailure.Explain(failure) is { } sentence)
{
    await Console.Error.WriteLineAsync(sentence);
    return 1;
}
