using Distribution.Publisher.Users;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace Distribution.Web.Publisher.Users;

internal sealed class RoleHandler : AuthorizationHandler<RoleRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RoleRequirement requirement)
    {
        var caller = (context.Resource as HttpContext)?.Features.Get<Caller>();
        if (caller?.Access.Anywhere(requirement.Role) == true) context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
