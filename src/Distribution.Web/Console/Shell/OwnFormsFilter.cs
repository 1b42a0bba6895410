using Distribution.Web.Platform.Problems;
using Distribution.Web.Platform.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Distribution.Web.Console.Shell;

/// <summary>
/// Takes forms only from our own pages. Every browser of today names the page that sends a form, in Sec-Fetch-Site or in Origin, and no
/// page can forge either; a form without both is refused. So no token stands in a form, and one that was open when its session expired
/// can still be sent after signing in.
/// </summary>
internal sealed class OwnFormsFilter : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) return next(context);
        var links = context.HttpContext.RequestServices.GetRequiredService<PublicLinks>();
        var isNamed = request.Headers.ContainsKey("Sec-Fetch-Site") || request.Headers.ContainsKey("Origin");
        return isNamed && !Elsewhere.Sent(request, links)
            ? next(context)
            : ValueTask.FromResult<object?>(new ForbiddenProblem("This form was not sent by a page of this site."));
    }
}
