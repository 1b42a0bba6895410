using Distribution.Publisher.Users;
using Microsoft.AspNetCore.Authorization;

namespace Distribution.Web.Publisher.Users;

/// <summary>
/// The caller holds the role for the whole organisation, or else somewhere: whether that is the office of the thing, the handler looks.
/// </summary>
internal sealed record RoleRequirement(Role Role, Where Where) : IAuthorizationRequirement;
