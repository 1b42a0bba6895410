using Distribution.Platform.Validation;
using Distribution.Publisher.Offices;

namespace Distribution.Publisher.Users;

/// <summary>Validates a user; pure.</summary>
public static class UserRules
{
    /// <summary>The person in the form that is kept.</summary>
    public static User Check(User person, OfficeTree offices, FieldErrors errors)
    {
        errors.Require(person.Id != Caller.Administrator.User, "id", "is kept for the key of the settings.");
        errors.Few("grants", person.Grants);
        foreach (var (index, grant) in person.Grants.Index())
        {
            errors.Require(grant is not null, $"grants.{index}", "is required.");
            errors.Require(grant?.Office is null || offices.Contains(grant.Office), $"grants.{index}.office", "is not the id of an office.");
        }

        return person with
        {
            Name = errors.Line("name", person.Name),
            Email = errors.Address("email", person.Email),
            Language = errors.Language("language", person.Language),
            Grants = [.. person.Grants.OfType<Grant>().Distinct()],
        };
    }
}
