using Distribution.Publisher.Offices;

namespace Distribution.Publisher.Users;

/// <summary>Decides which users a user administers; pure.</summary>
public static class GrantRules
{
    /// <summary>
    /// Whether someone administers every place where the person holds a role; one who holds none may be changed by any administrator.
    /// </summary>
    public static bool Administers(Access access, User person, OfficeTree offices) =>
        person.Grants.All(grant => access.At(grant.Office, Role.Administrator, offices));

    /// <summary>
    /// Whether someone administers what is above every office where the person approves: nobody at the same office answers for them.
    /// </summary>
    public static bool IsAbove(Access access, User person, OfficeTree offices) => person.Grants
        .Where(grant => grant.Role >= Role.Approver)
        .All(grant => access.At(grant.Office is null ? null : offices.Find(grant.Office)?.Parent, Role.Administrator, offices));
}
