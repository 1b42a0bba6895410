using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Distribution.Web.Resources;

/// <summary>200 with a CSV file, sent while it is made: a failure half-way breaks the answer off and never ends it well.</summary>
internal sealed class CsvAnswer(string fileName, Func<TextWriter, CancellationToken, Task> write) : IResult, IEndpointMetadataProvider
{
    private static readonly UTF8Encoding WithoutMark = new(encoderShouldEmitUTF8Identifier: false);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = $"attachment; filename=\"{fileName}\"";
        await using StreamWriter output = new(response.Body, WithoutMark, leaveOpen: true);
        await write(output, httpContext.RequestAborted);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(string), ["text/csv"]));
}
