using Distribution.Publisher.Users;
using Distribution.Releases.Drafts;
using Distribution.Releases.Workflow;
using Distribution.Web.Console.Shell;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Distribution.Web.Console.Releases;

/// <summary>
/// A user's request about the release that the route's <c>id</c> names, as a handler's parameter. <see cref="OfReleaseFilter"/>
/// answers where there is none.
/// </summary>
public sealed class ReleaseVisit
{
    private readonly ReleaseDocument? document;

    private ReleaseVisit(ConsoleVisit visit, ReleaseDocument? document) => (Visit, this.document) = (visit, document);

    public ConsoleVisit Visit { get; }

    public bool IsFound => document is not null;

    public ReleaseDocument Document => document ?? throw new InvalidOperationException("The route lacks the filter for releases.");

    public Release Release => Document.Release;

    public string Id => Release.Id;

    /// <summary>The user as the workflow knows them.</summary>
    public Requester Requester => Visit.Current.RequesterAt(Release.Office);

    /// <summary>Whether the user holds the role at the release's office.</summary>
    public bool Can(Role role) => Visit.Can(Release.Office, role);

    /// <summary>The same request about the release as it is by now.</summary>
    public ReleaseVisit With(ReleaseDocument current) => new(Visit, current);

    public static async ValueTask<ReleaseVisit> BindAsync(HttpContext context)
    {
        var releases = context.RequestServices.GetRequiredService<ReleaseStore>();
        var id = context.Request.RouteValues["id"]?.ToString() ?? "";
        var found = releases.FindAsync(id, context.RequestAborted);
        var visit = await ConsoleVisit.BindAsync(context);
        return new(visit, await found);
    }
}
