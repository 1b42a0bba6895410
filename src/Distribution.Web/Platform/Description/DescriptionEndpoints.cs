using System.Security.Cryptography;
using Distribution.Web.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Scalar.AspNetCore;

namespace Distribution.Web.Platform.Description;

internal static class DescriptionEndpoints
{
    private const string Page = "/api/docs";

    public static void MapDescription(this IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi("/openapi/{documentName}.json").WithName("ReadDescription").AllowAnonymous();
        routes.MapScalarApiReference(Page, Configure).AllowAnonymous();
    }

    /// <summary>
    /// The page brings its script along and asks no other site for anything; it styles itself inline, which our own pages never do.
    /// </summary>
    private static void Configure(ScalarOptions options, HttpContext context)
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        options.WithTitle("Distribution API").WithOpenApiRoutePattern("/openapi/{documentName}.json").WithNonce(nonce);
        options.HideDeveloperTools().AddPreferredSecuritySchemes(DescribeDocument.Scheme).DisableDefaultFonts().DisableTelemetry()
            .DisableAgent().DisableMcp();
        context.Features.Set(new ContentSecurityPolicy(
            $"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
                + "font-src 'self' data:; "
            + "connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"));
    }
}
