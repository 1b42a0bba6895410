using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Distribution.Platform.Storage;

internal static class StorageServices
{
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<StorageOptions>().Bind(configuration.GetSection(StorageOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<StorageOptions>, StorageOptionsValidator>();
        services.AddSingleton(provider => Connect(
            provider,
            provider.Counted(new TableClientOptions(), StorageOperation.Table),
            (text, client) => new TableServiceClient(text, client),
            (account, identity, client) => new TableServiceClient(Endpoint(account, "table"), identity, client)));
        services.AddSingleton(provider => Connect(
            provider,
            provider.Counted(new QueueClientOptions(), StorageOperation.Queue),
            (text, client) => new QueueServiceClient(text, client),
            (account, identity, client) => new QueueServiceClient(Endpoint(account, "queue"), identity, client)));
        services.AddSingleton(provider => Connect(
            provider,
            provider.Counted(new BlobClientOptions(), StorageOperation.Blob),
            (text, client) => new BlobServiceClient(text, client),
            (account, identity, client) => new BlobServiceClient(Endpoint(account, "blob"), identity, client)));
        services.AddMetrics().AddSingleton<StorageMetrics>();
        return services.AddSingleton<Tables>().AddSingleton<Queues>().AddSingleton<Blobs>().AddSingleton<PrepareStorage>();
    }

    /// <summary>Counts each try of a request, not only the first.</summary>
    private static T Counted<T>(this IServiceProvider provider, T client, string service)
        where T : ClientOptions
    {
        client.AddPolicy(new CountOperations(service, provider.GetRequiredService<StorageMetrics>()), HttpPipelinePosition.PerRetry);
        return client;
    }

    private static TClient Connect<TClient, TOptions>(
        IServiceProvider provider,
        TOptions client,
        Func<string, TOptions, TClient> byText,
        Func<string, DefaultAzureCredential, TOptions, TClient> byAccount)
    {
        var options = provider.GetRequiredService<IOptions<StorageOptions>>().Value;
        return options switch
        {
            { ConnectionString: { Length: > 0 } text } => byText(text, client),
            { Account: { Length: > 0 } account } => byAccount(account, new DefaultAzureCredential(), client),
            _ => throw new OptionsValidationException(
                StorageOptions.Section,
                typeof(StorageOptions),
                ["Set Storage:ConnectionString, or Storage:Account where a managed identity is at hand."]),
        };
    }

    private static Uri Endpoint(string account, string service) => new($"https://{account}.{service}.core.windows.net");
}
