using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Distribution.Benchmarks.Parts;

/// <summary>Counts the requests to the tables, and the rows that come back.</summary>
internal sealed class RowCounter : HttpPipelineSynchronousPolicy
{
    public int Operations { get; private set; }

    public int Rows { get; private set; }

    public void CountAnew() => (Operations, Rows) = (0, 0);

    public override void OnReceivedResponse(HttpMessage message)
    {
        using var body = JsonDocument.Parse(message.Response.Content);
        Operations++;
        Rows += body.RootElement.GetProperty("value").GetArrayLength();
    }
}
