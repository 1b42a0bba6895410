using Distribution.Benchmarks;

try
{
    if (DispatchArguments.Read(args) is { } dispatch) await new DispatchBenchmark(dispatch).RunAsync(CancellationToken.None);
    else if (ContactArguments.Read(args) is { } contacts) await new ContactBenchmark(contacts).RunAsync(CancellationToken.None);
    else
    {
        await Console.Error.WriteLineAsync($"{DispatchArguments.Usage}\n\n{ContactArguments.Usage}");
        return 2;
    }

    return 0;
}
catch (BenchmarkFailure failure)
{
    await Console.Error.WriteLineAsync(failure.Message);
    return 1;
}
