using Microsoft.Net.Http.Headers;

namespace Distribution.Web.Platform.Resources;

/// <summary>How well a client likes a media type (RFC 9110, section 12.5.1); pure.</summary>
internal static class AcceptedType
{
    /// <summary>The weight of the narrowest range that the type is in.</summary>
    public static double Quality(MediaTypeHeaderValue type, IList<MediaTypeHeaderValue> accept) => accept
        .Where(range => range.MatchesAllTypes || Matches(type, range))
        .OrderBy(range => range.MatchesAllTypes ? 2 : range.MatchesAllSubTypes ? 1 : 0)
        .Select(range => range.Quality ?? 1)
        .FirstOrDefault();

    // Parameters such as a charset do not matter: there is one form of each.
    private static bool Matches(MediaTypeHeaderValue type, MediaTypeHeaderValue range) =>
        range.Type.Equals(type.Type, StringComparison.OrdinalIgnoreCase)
        && (range.MatchesAllSubTypes || range.SubType.Equals(type.SubType, StringComparison.OrdinalIgnoreCase));
}
