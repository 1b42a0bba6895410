using Distribution.Web.Platform.Pages;
using Microsoft.AspNetCore.Http;

namespace Distribution.Web.Readers.Preferences;

/// <summary>Admits only browsers with open preferences, and no request that another site has them send.</summary>
internal sealed class PreferencesFilter(PreferencesAnswers answers, PreferencesCookie cookie) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (context.Arguments.OfType<PreferencesOwner>().Single().HasPreferences) return await next(context);
        var request = context.HttpContext.Request;
        return await answers.ClosedAsync(
            RequestLanguages.From(request), PreferencesEndpoints.WhyClosed(request, cookie), context.HttpContext.RequestAborted);
    }
}
