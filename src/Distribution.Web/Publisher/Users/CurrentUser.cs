using Distribution.Platform.Audit;
using Distribution.Publisher.Offices;
using Distribution.Publisher.Users;
using Distribution.Releases.Workflow;
using Distribution.Web.Platform.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Distribution.Web.Publisher.Users;

/// <summary>The user behind a request, as a handler's parameter, with the offices of their roles.</summary>
internal sealed class CurrentUser(Caller caller, OfficeTree offices)
{
    /// <summary>Id of the user.</summary>
    public string User => caller.User;

    /// <summary>Id of the API key that acts for them, if it is one.</summary>
    public string? Key => caller.Key;

    /// <summary>The user as an actor of the audit.</summary>
    public Actor Actor => new(User, Key);

    public Caller Caller => caller;

    public Access Access => caller.Access;

    public OfficeTree Offices => offices;

    /// <summary>Whether they hold the role at the office or, for null, for the whole organisation.</summary>
    public bool Can(string? office, Role role) => Access.At(office, role, offices);

    /// <summary>Why they may not, where they lack the role at the office or, for null, for the whole organisation.</summary>
    public ForbiddenProblem? Refusal(string? office, Role role) => Can(office, role) ? null : MissingRole.At(office, role);

    /// <summary>The highest role they hold at the office; null for none.</summary>
    public Role? RoleAt(string office) => HighestRole(office);

    /// <summary>The same, or for null the highest role for the whole organisation.</summary>
    public Role? HighestRole(string? office) => Enum.GetValues<Role>().Where(role => Can(office, role)).Cast<Role?>().LastOrDefault();

    /// <summary>The user as an actor on a release of the office.</summary>
    public Requester RequesterAt(string office) => new(User, Key, RoleAt(office));

    public static async ValueTask<CurrentUser> BindAsync(HttpContext context)
    {
        var offices = context.RequestServices.GetRequiredService<OfficeStore>();
        return new(context.Features.GetRequiredFeature<Caller>(), await offices.TreeAsync(context.RequestAborted));
    }
}
