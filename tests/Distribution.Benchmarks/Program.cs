using Distribution.Benchmarks;
using Distribution.Benchmarks.Measures;

try
{
    if (DispatchArguments.Read(args) is { } dispatch)
    {
        await new DispatchBenchmark(dispatch).RunAsync(CancellationToken.None);
        return 0;
    }

    if (ContactArguments.Read(args) is { } contacts)
    {
        await new ContactBenchmark(contacts).RunAsync(CancellationToken.None);
        return 0;
    }

    if (StartArguments.Read(args) is { } start)
    {
        await new StartBenchmark(start).RunAsync(CancellationToken.None);
        return 0;
    }

    if (PageArguments.Read(args) is { } pages)
    {
        MeasuredTable table = new();
        table.Add(await NewsroomMeasure.RunAsync(pages, CancellationToken.None));
        table.Write();
        return 0;
    }

    await Console.Error.WriteLineAsync(
        $"{DispatchArguments.Usage}\n\n{ContactArguments.Usage}\n\n{StartArguments.Usage}\n\n{PageArguments.Usage}");
    return 2;
}
catch (BenchmarkFailure failure)
{
    await Console.Error.WriteLineAsync(failure.Message);
    return 1;
}
