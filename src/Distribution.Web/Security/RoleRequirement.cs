using Distribution.People;
using Microsoft.AspNetCore.Authorization;

namespace Distribution.Web.Security;

/// <summary>The caller holds the role somewhere; the handler looks where.</summary>
internal sealed record RoleRequirement(Role Role) : IAuthorizationRequirement;
