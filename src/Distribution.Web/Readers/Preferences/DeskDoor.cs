using Distribution.Web.Platform.Pages;
using Microsoft.AspNetCore.Http;

namespace Distribution.Web.Readers.Preferences;

/// <summary>Lets only those in whose browser keeps their desk open, and nothing that another site has them send.</summary>
internal sealed class DeskDoor(DeskAnswers answers) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.Arguments.OfType<DeskOwner>().Single().HasDesk ? await next(context) : await answers.ClosedAsync(ReaderLanguages.Of(context.HttpContext.Request), context.HttpContext.RequestAborted);
}
