using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Distribution.Storage;

internal static class StorageServices
{
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<StorageOptions>().Bind(configuration.GetSection(StorageOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<StorageOptions>, StorageOptionsValidator>();
        services.AddSingleton(provider => Connect(
            provider, (text, _) => new TableServiceClient(text), (account, identity) => new TableServiceClient(Endpoint(account, "table"), identity)));
        services.AddSingleton(provider => Connect(
            provider, (text, _) => new QueueServiceClient(text), (account, identity) => new QueueServiceClient(Endpoint(account, "queue"), identity)));
        services.AddSingleton(provider => Connect(
            provider, (text, _) => new BlobServiceClient(text), (account, identity) => new BlobServiceClient(Endpoint(account, "blob"), identity)));
        return services.AddSingleton<Tables>().AddSingleton<Queues>().AddSingleton<PrepareStorage>();
    }

    private static T Connect<T>(
        IServiceProvider provider, Func<string, DefaultAzureCredential?, T> byText, Func<string, DefaultAzureCredential, T> byAccount)
    {
        var options = provider.GetRequiredService<IOptions<StorageOptions>>().Value;
        return options switch
        {
            { ConnectionString: { Length: > 0 } text } => byText(text, null),
            { Account: { Length: > 0 } account } => byAccount(account, new DefaultAzureCredential()),
            _ => throw new OptionsValidationException(
                StorageOptions.Section, typeof(StorageOptions), ["Set Storage:ConnectionString, or Storage:Account where a managed identity is at hand."]),
        };
    }

    private static Uri Endpoint(string account, string service) => new($"https://{account}.{service}.core.windows.net");
}
