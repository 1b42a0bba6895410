using System.Globalization;
using System.Reflection;
using Distribution.Dispatches.Records;
using Distribution.Platform.Text;
using Distribution.Platform.Validation;
using Distribution.Web.Platform.Resources;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace Distribution.Web.Dispatches.Records;

/// <summary>
/// 200 with a distribution record as a file, sent while it is read: a failure half-way breaks the answer off and never ends it well.
/// </summary>
internal sealed class RecordAnswer(DispatchRecord record, RecordFormat format, CsvSeparator separator) : IResult, IEndpointMetadataProvider
{
    /// <summary>Such as <c>distribution-record-2026-11-24-harbour-reopens.csv</c>.</summary>
    private string FileName
    {
        get
        {
            var day = (record.SealedAt ?? record.CreatedAt).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            var subject = Ids.From(record.Headlines?.First ?? "") is { Length: > 0 } headline ? headline : record.Dispatch;
            return $"distribution-record-{day}-{subject}{Part}.{(format == RecordFormat.Csv ? "csv" : "json")}";
        }
    }

    /// <summary>So that nobody takes a part for the whole.</summary>
    private string Part => record.Filter is not { } filter
        ? ""
        : string.Concat(filter.Outcomes.Select(outcome => $"-{outcome.ToString().ToLowerInvariant()}"))
            + (filter.Contacts.Count > 0 ? "-one-contact" : "");

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var headers = httpContext.Response.Headers;
        headers.Vary = HeaderNames.Accept;
        headers.ContentDisposition = $"attachment; filename=\"{FileName}\"";
        return format == RecordFormat.Csv
            ? new FileAnswer(
                FileName,
                FileAnswer.Csv,
                (output, token) => RecordCsv.WriteAsync(record, separator, output, token)).ExecuteAsync(httpContext)
            : httpContext.Response.WriteAsJsonAsync(record, httpContext.RequestAborted);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(
            new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(DispatchRecord), ["application/json", "text/csv"]));
}
