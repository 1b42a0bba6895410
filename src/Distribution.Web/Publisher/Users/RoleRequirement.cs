using Distribution.Publisher.Users;
using Microsoft.AspNetCore.Authorization;

namespace Distribution.Web.Publisher.Users;

/// <summary>The caller holds the role somewhere; the handler looks where.</summary>
internal sealed record RoleRequirement(Role Role) : IAuthorizationRequirement;
