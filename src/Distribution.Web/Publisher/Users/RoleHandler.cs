using Distribution.Publisher.Offices;
using Distribution.Publisher.Users;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace Distribution.Web.Publisher.Users;

internal sealed class RoleHandler(OfficeStore offices) : AuthorizationHandler<RoleRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, RoleRequirement requirement)
    {
        if (context.Resource is not HttpContext http || http.Features.Get<Caller>() is not { Access: var access }) return;
        if (requirement.Where == Where.Organisation)
        {
            if (access.Everywhere(requirement.Role)) context.Succeed(requirement);
            return;
        }

        // Most keys are limited to no office, and then nothing has to be read.
        var tree = access.Offices.Count == 0 ? OfficeTree.None : await offices.TreeAsync(http.RequestAborted);
        if (access.Anywhere(requirement.Role, tree)) context.Succeed(requirement);
    }
}
