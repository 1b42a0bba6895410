using Distribution.Web.Platform.Resources;
using Microsoft.Net.Http.Headers;

namespace Distribution.Web.Dispatches.Previews;

/// <summary>Chooses the form of a preview; pure.</summary>
internal static class PreviewFormRule
{
    private static readonly IReadOnlyList<(PreviewForm Form, MediaTypeHeaderValue Type)> Types =
        [(PreviewForm.Json, new("application/json")), (PreviewForm.Html, new("text/html")), (PreviewForm.Mail, new("message/rfc822"))];

    /// <summary>What the address asks for or else, for null, what the Accept header likes best; JSON when it likes all alike.</summary>
    /// <returns>Null when the address asks for a form that there is none of.</returns>
    public static PreviewForm? Choose(string? format, IList<MediaTypeHeaderValue> accept) => format switch
    {
        "json" => PreviewForm.Json,
        "html" => PreviewForm.Html,
        "eml" => PreviewForm.Mail,
        null => Types.MaxBy(type => AcceptedType.Quality(type.Type, accept)).Form,
        _ => null,
    };
}
