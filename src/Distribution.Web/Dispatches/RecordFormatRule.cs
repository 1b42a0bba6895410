using Microsoft.Net.Http.Headers;

namespace Distribution.Web.Dispatches;

/// <summary>Chooses the form of a distribution record; pure.</summary>
internal static class RecordFormatRule
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private static readonly MediaTypeHeaderValue Csv = new("text/csv");

    /// <summary>What the address asks for or else, for null, what the Accept header likes better (RFC 9110, section 12.5.1); JSON when it likes both alike.</summary>
    /// <returns>Null when the address asks for a form that there is none of.</returns>
    public static RecordFormat? Choose(string? format, IList<MediaTypeHeaderValue> accept) => format switch
    {
        "csv" => RecordFormat.Csv,
        "json" => RecordFormat.Json,
        null => Quality(Csv, accept) > Quality(Json, accept) ? RecordFormat.Csv : RecordFormat.Json,
        _ => null,
    };

    /// <summary>The weight of the narrowest range that the type is in.</summary>
    private static double Quality(MediaTypeHeaderValue type, IList<MediaTypeHeaderValue> accept) => accept
        .Where(range => range.MatchesAllTypes || Matches(type, range))
        .OrderBy(range => range.MatchesAllTypes ? 2 : range.MatchesAllSubTypes ? 1 : 0)
        .Select(range => range.Quality ?? 1)
        .FirstOrDefault();

    // Parameters such as a charset do not matter: there is one form of each.
    private static bool Matches(MediaTypeHeaderValue type, MediaTypeHeaderValue range) =>
        range.Type.Equals(type.Type, StringComparison.OrdinalIgnoreCase)
        && (range.MatchesAllSubTypes || range.SubType.Equals(type.SubType, StringComparison.OrdinalIgnoreCase));
}
