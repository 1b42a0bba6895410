using Distribution.Web.Platform.Pages;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Distribution.Web.Console.Shell;

/// <summary>A page of the console. No browser and no proxy keeps it.</summary>
internal static class ConsolePage
{
    public static IResult Show<TPage>(
        ConsoleVisit visit, IReadOnlyDictionary<string, object?>? parameters = null, int status = StatusCodes.Status200OK)
        where TPage : IComponent =>
        new PublicPage<TPage>(new Dictionary<string, object?>(parameters ?? new Dictionary<string, object?>()) { ["Visit"] = visit })
        {
            StatusCode = status,
            CacheControl = CachedContent.Never,
        };
}
