using Distribution.Publisher.Offices;

namespace Distribution.Publisher.Users;

/// <summary>Decides which grants a user may give; pure.</summary>
public static class GrantRules
{
    /// <summary>Whether someone administers every place where the person holds a role; one who holds none may be changed by any administrator.</summary>
    public static bool Administers(Access access, User person, OfficeTree offices) =>
        person.Grants.All(grant => access.At(grant.Office, Role.Administrator, offices));
}
