using Distribution.Platform.Validation;
using Distribution.Publisher.Offices;

namespace Distribution.Publisher.Users;

/// <summary>What an API key must be like, and who may make or revoke it; pure.</summary>
public static class ApiKeyRules
{
    /// <summary>The key in the form that is kept.</summary>
    /// <param name="person">Whom it acts for; null when there is no such person.</param>
    public static ApiKey Check(ApiKey key, Person? person, OfficeTree offices, FieldErrors errors)
    {
        errors.Few("offices", key.Offices);
        foreach (var (index, office) in key.Offices.Index())
        {
            errors.Require(office is not null && offices.Contains(office), $"offices.{index}", "is not the id of an office.");
        }

        errors.Require(key.ExpiresAt is null || key.ExpiresAt > key.CreatedAt, "expiresAt", "is in the past.");
        errors.Require(person is not null, "person", "is not the id of a person.");
        errors.Require(person is null || Holds(person, key, offices), "role", "is more than the person holds there.");
        return key with { Name = errors.Line("name", key.Name), Offices = [.. key.Offices.Distinct()] };
    }

    /// <summary>Whether someone may all that the key may, and so may make and revoke it.</summary>
    public static bool Covers(Access access, ApiKey key, Person? person, OfficeTree offices) =>
        Reach(key, person).All(grant => access.At(grant.Office, grant.Role, offices));

    private static bool Holds(Person person, ApiKey key, OfficeTree offices)
    {
        var access = new Access(person.Grants, Role.Administrator, []);
        return key.Offices.Count == 0 ? access.Anywhere(key.Role) : key.Offices.All(office => access.At(office, key.Role, offices));
    }

    /// <summary>What the key lets one do: its role at its offices or, without any, its role wherever the person holds one.</summary>
    private static IEnumerable<Grant> Reach(ApiKey key, Person? person) =>
        key.Offices.Count > 0
            ? key.Offices.Select(office => new Grant(key.Role, office))
            : (person?.Grants ?? []).Select(grant => grant with { Role = grant.Role < key.Role ? grant.Role : key.Role });
}
