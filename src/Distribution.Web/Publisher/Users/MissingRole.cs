using Distribution.Publisher.Users;
using Distribution.Web.Platform.Problems;

namespace Distribution.Web.Publisher.Users;

/// <summary>403 that names the role that would do, and the office where.</summary>
internal static class MissingRole
{
    /// <param name="office">Null for the whole organisation.</param>
    public static ForbiddenProblem At(string? office, Role role) => Get(
        role, office, office is null ? "for the whole organisation" : $"at the office {office} or one above it");

    public static ForbiddenProblem Anywhere(Role role) => Get(role, office: null, "at some office");

    private static ForbiddenProblem Get(Role role, string? office, string where)
    {
        var name = role.ToString().ToLowerInvariant();
        return new($"This needs the role {name} {where}. An API key that is limited to offices has it only there.")
        {
            Members = new Dictionary<string, object?> { ["role"] = name, ["office"] = office },
        };
    }
}
