using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Distribution.Contacts.Search;
using Distribution.Platform.Storage;
using Distribution.Testing;
using Microsoft.Extensions.Options;

namespace Distribution.Tests.Contacts.Search;

/// <summary>Does something before each write to the storage, given its number.</summary>
internal sealed class BeforeWrites(Func<int, Task> act) : HttpPipelinePolicy
{
    private int writes;

    /// <summary>The index as a process has it to which this happens.</summary>
    public ContactIndexStore IndexOf(Azurite azurite, CoreHost app)
    {
        TableClientOptions options = new();
        options.AddPolicy(this, HttpPipelinePosition.PerRetry);
        return new(new Tables(new TableServiceClient(azurite.ConnectionString, options), app.Get<IOptions<StorageOptions>>()));
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        if (message.Request.Method != RequestMethod.Get) await act(Interlocked.Increment(ref writes));
        await ProcessNextAsync(message, pipeline);
    }
}
