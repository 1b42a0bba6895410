using System.Reflection;
using Distribution.Dispatches.Previews;
using Distribution.Web.Platform.Pages;
using Distribution.Web.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace Distribution.Web.Dispatches.Previews;

/// <summary>200 with a preview in the wanted form. Nobody keeps it: it holds somebody's address.</summary>
internal sealed class MailPreviewAnswer(WrittenMailPreview preview, MailPreviewForm form) : IResult, IEndpointMetadataProvider
{
    private const string Html = "text/html";
    private const string Mail = "message/rfc822";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.Headers.CacheControl = CachedContent.Never;
        response.Headers.Vary = HeaderNames.Accept;
        return form switch
        {
            MailPreviewForm.Html => WriteHtmlAsync(httpContext),
            MailPreviewForm.Mail => WriteMailAsync(httpContext),
            _ => response.WriteAsJsonAsync(preview.Read(), httpContext.RequestAborted),
        };
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(
            new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(MailPreview), ["application/json", Html, Mail]));

    private Task WriteHtmlAsync(HttpContext httpContext)
    {
        httpContext.Features.Set(ContentSecurityPolicy.OfMails);
        httpContext.Response.ContentType = $"{Html}; charset=utf-8";
        return httpContext.Response.WriteAsync(preview.Read().Html, httpContext.RequestAborted);
    }

    private async Task WriteMailAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = Mail;
        httpContext.Response.Headers.ContentDisposition = $"attachment; filename=\"{preview.Release}-{preview.Reader.Language}.eml\"";
        await httpContext.Response.Body.WriteAsync(preview.Source, httpContext.RequestAborted);
    }
}
