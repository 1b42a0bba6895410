using Distribution.Web.Platform.Resources;
using Microsoft.Net.Http.Headers;

namespace Distribution.Web.Dispatches.Records;

/// <summary>Chooses the form of a distribution record; pure.</summary>
internal static class RecordFormatRule
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private static readonly MediaTypeHeaderValue Csv = new("text/csv");

    /// <summary>
    /// The format that the address asks for or else, for null, the one that the Accept header prefers (RFC 9110, section 12.5.1); JSON when
    /// it prefers none.
    /// </summary>
    /// <returns>Null when the address asks for a form that there is none of.</returns>
    public static RecordFormat? Choose(string? format, IList<MediaTypeHeaderValue> accept) => format switch
    {
        "csv" => RecordFormat.Csv,
        "json" => RecordFormat.Json,
        null => AcceptedType.Quality(Csv, accept) > AcceptedType.Quality(Json, accept) ? RecordFormat.Csv : RecordFormat.Json,
        _ => null,
    };
}
