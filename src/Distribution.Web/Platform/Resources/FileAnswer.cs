using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace Distribution.Web.Platform.Resources;

/// <summary>200 with a file of text, sent while it is made: a failure half-way breaks the answer off and never ends it well.</summary>
internal sealed class FileAnswer(
    string fileName, string contentType, Func<TextWriter, CancellationToken, Task> write) : IResult, IEndpointMetadataProvider
{
    public const string Csv = "text/csv";
    public const string VCard = "text/vcard";

    private static readonly UTF8Encoding WithoutMark = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>By the mark spreadsheet programs know that it is UTF-8; in their own encoding accents would be others.</summary>
    private static readonly UTF8Encoding WithMark = new(encoderShouldEmitUTF8Identifier: true);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = $"{contentType}; charset=utf-8";
        if (contentType == Csv) response.Headers.AppendCommaSeparatedValues(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        response.Headers.ContentDisposition = $"attachment; filename=\"{fileName}\"";
        await using StreamWriter output = new(response.Body, contentType == Csv ? WithMark : WithoutMark, leaveOpen: true);
        await write(output, httpContext.RequestAborted);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(string), [Csv, VCard]));
}
