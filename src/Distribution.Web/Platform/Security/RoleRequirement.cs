using Distribution.Publisher.Users;
using Microsoft.AspNetCore.Authorization;

namespace Distribution.Web.Platform.Security;

/// <summary>The caller holds the role somewhere; the handler looks where.</summary>
internal sealed record RoleRequirement(Role Role) : IAuthorizationRequirement;
