using Distribution.Web.Platform.Pages;
using Microsoft.AspNetCore.Http;

namespace Distribution.Web.Readers.Preferences;

/// <summary>Admits only browsers with open preferences, and no request that another site has them send.</summary>
internal sealed class PreferencesFilter(PreferencesAnswers answers) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.Arguments.OfType<PreferencesOwner>().Single().HasPreferences ? await next(context) : await answers.ClosedAsync(RequestLanguages.From(context.HttpContext.Request), context.HttpContext.RequestAborted);
}
