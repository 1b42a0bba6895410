using Distribution.Web.Platform.Resources;
using Microsoft.Net.Http.Headers;

namespace Distribution.Web.Dispatches.Previews;

/// <summary>Chooses the form of a preview; pure.</summary>
internal static class MailPreviewFormRule
{
    private static readonly IReadOnlyList<(MailPreviewForm Form, MediaTypeHeaderValue Type)> Types =
        [(MailPreviewForm.Json, new("application/json")), (MailPreviewForm.Html, new("text/html")), (MailPreviewForm.Mail, new("message/rfc822"))];

    /// <summary>
    /// The form that the address asks for or else, for null, the one that the Accept header prefers; JSON when it prefers none.
    /// </summary>
    /// <returns>Null when the address asks for a form that there is none of.</returns>
    public static MailPreviewForm? Choose(string? format, IList<MediaTypeHeaderValue> accept) => format switch
    {
        "json" => MailPreviewForm.Json,
        "html" => MailPreviewForm.Html,
        "eml" => MailPreviewForm.Mail,
        null => Types.MaxBy(type => AcceptedType.Quality(type.Type, accept)).Form,
        _ => null,
    };
}
