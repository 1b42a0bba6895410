using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Distribution.Testing;

namespace Distribution.Web.Tests.Server.Embedded;

public sealed class AzuriteTests(Azurite azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_connection_string_reaches_tables()
    {
        var table = new TableClient(azurite.ConnectionString, Azurite.NewPrefix());
        await table.CreateAsync(Cancellation);
        await table.AddEntityAsync(new TableEntity("a", "b") { ["Word"] = "presse" }, Cancellation);

        var read = await table.GetEntityAsync<TableEntity>("a", "b", cancellationToken: Cancellation);

        Assert.Equal("presse", read.Value.GetString("Word"));
    }

    [Fact]
    public async Task The_connection_string_reaches_queues()
    {
        var queue = new QueueClient(azurite.ConnectionString, Azurite.NewPrefix());
        await queue.CreateAsync(cancellationToken: Cancellation);
        await queue.SendMessageAsync("presse", Cancellation);

        var received = await queue.ReceiveMessageAsync(cancellationToken: Cancellation);

        Assert.Equal("presse", received.Value.Body.ToString());
    }

    [Fact]
    public async Task The_connection_string_reaches_blobs()
    {
        var container = new BlobContainerClient(azurite.ConnectionString, Azurite.NewPrefix());
        await container.CreateAsync(cancellationToken: Cancellation);
        await container.UploadBlobAsync("a", BinaryData.FromString("presse"), Cancellation);

        var read = await container.GetBlobClient("a").DownloadContentAsync(Cancellation);

        Assert.Equal("presse", read.Value.Content.ToString());
    }
}
