using Azure.Core;
using Distribution.Platform.Storage;

namespace Distribution.Tests.Platform.Storage;

public sealed class StorageOperationTests
{
    [Theory]
    [InlineData("table", "GET", "/account/Batches(PartitionKey='d.p',RowKey='0.a')?$format=x", "get")]
    [InlineData("table", "GET", "/Batches(PartitionKey='d.p',RowKey='0.a')", "get")]
    [InlineData("table", "GET", "/account/Batches()?$filter=PartitionKey%20eq%20%27p%27", "query")]
    [InlineData("table", "POST", "/account/Batches", "insert")]
    [InlineData("table", "POST", "/account/Tables", "create")]
    [InlineData("table", "POST", "/account/$batch", "transaction")]
    [InlineData("table", "PATCH", "/account/Batches(PartitionKey='d.p',RowKey='0.a')", "merge")]
    [InlineData("table", "PUT", "/account/Batches(PartitionKey='d.p',RowKey='0.a')", "replace")]
    [InlineData("table", "DELETE", "/account/Batches(PartitionKey='d.p',RowKey='0.a')", "delete")]
    [InlineData("queue", "POST", "/account/batches/messages?visibilitytimeout=0", "enqueue")]
    [InlineData("queue", "GET", "/account/batches/messages?numofmessages=32", "dequeue")]
    [InlineData("queue", "GET", "/account/batches/messages?peekonly=true", "peek")]
    [InlineData("queue", "PUT", "/account/batches/messages/1?popreceipt=2", "renew")]
    [InlineData("queue", "DELETE", "/account/batches/messages/1?popreceipt=2", "delete")]
    [InlineData("queue", "PUT", "/account/batches", "create")]
    [InlineData("queue", "GET", "/account/batches?comp=metadata", "read")]
    [InlineData("blob", "HEAD", "/account/keys/one", "get")]
    [InlineData("blob", "PUT", "/account/keys/one", "put")]
    [InlineData("blob", "DELETE", "/account/keys/one", "delete")]
    [InlineData("blob", "OPTIONS", "/account", "other")]
    public void A_request_is_named_by_what_it_asks_for(string service, string method, string path, string expected) =>
        Assert.Equal(expected, StorageOperation.Name(service, RequestMethod.Parse(method), path));
}
