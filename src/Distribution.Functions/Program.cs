using Distribution;
using Distribution.Functions;
using Distribution.Platform.Storage;
using Distribution.Web;
using Distribution.Web.Platform.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

try
{
    var builder = FunctionsApplication.CreateBuilder(args);
    builder.ConfigureFunctionsWebApplication();
    builder.Services.AddDistribution(builder.Configuration);
    builder.Services.AddDistributionWeb(builder.Configuration);
    builder.Services.AddSingleton<Pipeline>();
    // The pipeline has a limit of its own, and answers 413 where Kestrel would break off.
    builder.Services.Configure<KestrelServerOptions>(kestrel => kestrel.Limits.MaxRequestBodySize = null);
    // The worker sends its own telemetry; without this the host would send it again.
    builder.Services.Configure<WorkerOptions>(worker => worker.Capabilities["WorkerOpenTelemetryEnabled"] = bool.TrueString);

    var head = builder.Build();
    head.Services.GetService<IStartupValidator>()?.Validate();
    // The first request finds all of it ready. Neither needs the other, and one waits while the other computes.
    await Task.WhenAll(
        head.Services.GetRequiredService<PrepareStorage>().RunAsync(CancellationToken.None),
        Task.Run(() => head.Services.GetRequiredService<Pipeline>().Prepare()));
    await head.RunAsync();
    return 0;
}
catch (Exception failure) when (StartFailure.Explain(failure) is { } sentence)
{
    await Console.Error.WriteLineAsync(sentence);
    return 1;
}
