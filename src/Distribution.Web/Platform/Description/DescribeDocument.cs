using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Distribution.Web.Platform.Description;

/// <summary>The part of the description that holds for the whole API.</summary>
internal sealed class DescribeDocument : IOpenApiDocumentTransformer
{
    public const string Scheme = "apiKey";

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Distribution",
            Version = DescriptionServices.Document,
            Description = "Press contacts, media lists, and press releases to them. "
                + "Every refusal is a problem (RFC 9457) whose `type` is stable; `errors` names fields as the body does. "
                + "A read returns its version as `ETag`; send it back as `If-Match`, and a change that someone else made meanwhile is not lost.",
        };
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[Scheme] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "An API key, `dist_…`, made with `POST /api/keys`.",
        };
        return Task.CompletedTask;
    }
}
