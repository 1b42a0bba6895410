using Distribution.Benchmarks;

try
{
    if (DispatchArguments.Read(args) is not { } arguments)
    {
        await Console.Error.WriteLineAsync(DispatchArguments.Usage);
        return 2;
    }

    await new DispatchBenchmark(arguments).RunAsync(CancellationToken.None);
    return 0;
}
catch (BenchmarkFailure failure)
{
    await Console.Error.WriteLineAsync(failure.Message);
    return 1;
}
