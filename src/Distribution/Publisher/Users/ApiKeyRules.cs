using Distribution.Platform.Validation;
using Distribution.Publisher.Offices;

namespace Distribution.Publisher.Users;

/// <summary>Validates an API key, and decides about the right to create or revoke it; pure.</summary>
public static class ApiKeyRules
{
    /// <summary>The key in the form that is kept.</summary>
    /// <param name="user">The user it acts for; null when there is no such user.</param>
    public static ApiKey Check(ApiKey key, User? user, OfficeTree offices, FieldErrors errors)
    {
        errors.Few("offices", key.Offices);
        foreach (var (index, office) in key.Offices.Index())
        {
            errors.Require(office is not null && offices.Contains(office), $"offices.{index}", "is not the id of an office.");
        }

        errors.Require(key.ExpiresAt is null || key.ExpiresAt > key.CreatedAt, "expiresAt", "is in the past.");
        errors.Require(user is not null, "user", "is not the id of a user.");
        errors.Require(user is null || Holds(user, key, offices), "role", "is more than the user holds there.");
        return key with { Name = errors.Line("name", key.Name), Offices = [.. key.Offices.Distinct()] };
    }

    /// <summary>Whether someone may all that the key may, and so may make and revoke it.</summary>
    public static bool Covers(Access access, ApiKey key, User? user, OfficeTree offices) =>
        Reach(key, user).All(grant => access.At(grant.Office, grant.Role, offices));

    private static bool Holds(User user, ApiKey key, OfficeTree offices)
    {
        var access = new Access(user.Grants, Role.Administrator, []);
        return key.Offices.Count == 0 ? access.Anywhere(key.Role) : key.Offices.All(office => access.At(office, key.Role, offices));
    }

    /// <summary>The grants of the key: its role at its offices or, without any, its role wherever the user holds one.</summary>
    private static IEnumerable<Grant> Reach(ApiKey key, User? user) =>
        key.Offices.Count > 0
            ? key.Offices.Select(office => new Grant(key.Role, office))
            : (user?.Grants ?? []).Select(grant => grant with { Role = grant.Role < key.Role ? grant.Role : key.Role });
}
