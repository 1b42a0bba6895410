using System.Reflection;
using System.Text;
using Distribution.Dispatches;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace Distribution.Web.Dispatches;

/// <summary>200 with a distribution record as a file, sent while it is read: a failure half-way breaks the answer off and never ends it well.</summary>
internal sealed class RecordAnswer(DispatchRecord record, RecordFormat format) : IResult, IEndpointMetadataProvider
{
    private static readonly UTF8Encoding WithoutMark = new(encoderShouldEmitUTF8Identifier: false);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var headers = httpContext.Response.Headers;
        headers.Vary = HeaderNames.Accept;
        headers.ContentDisposition = $"attachment; filename=\"dispatch-{record.Dispatch}.{(format == RecordFormat.Csv ? "csv" : "json")}\"";
        return format == RecordFormat.Csv
            ? WriteCsvAsync(httpContext.Response, httpContext.RequestAborted)
            : httpContext.Response.WriteAsJsonAsync(record, httpContext.RequestAborted);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(DispatchRecord), ["application/json", "text/csv"]));

    private async Task WriteCsvAsync(HttpResponse response, CancellationToken cancellationToken)
    {
        response.ContentType = "text/csv; charset=utf-8";
        await using StreamWriter output = new(response.Body, WithoutMark, leaveOpen: true);
        await RecordCsv.WriteAsync(record.Recipients, output, cancellationToken);
    }
}
