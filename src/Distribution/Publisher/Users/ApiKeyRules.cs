using Distribution.Platform.Validation;
using Distribution.Publisher.Offices;

namespace Distribution.Publisher.Users;

/// <summary>Validates an API key, and decides about the right to create or revoke it; pure.</summary>
public static class ApiKeyRules
{
    /// <summary>The key in the form that is kept.</summary>
    /// <param name="user">The user it acts for; null when there is no such user.</param>
    /// <param name="until">When the key that it is made with expires, if it does: no key outlives the one that made it.</param>
    public static ApiKey Check(ApiKey key, User? user, DateTimeOffset? until, OfficeTree offices, FieldErrors errors)
    {
        errors.Few("offices", key.Offices);
        foreach (var (index, office) in key.Offices.Index())
        {
            errors.Require(office is not null && offices.Contains(office), $"offices.{index}", "is not the id of an office.");
        }

        errors.Require(key.ExpiresAt is null || key.ExpiresAt > key.CreatedAt, "expiresAt", "is in the past.");
        errors.Require(
            until is null || key.ExpiresAt <= until,
            "expiresAt",
            $"is {until:yyyy-MM-dd'T'HH:mm:ssK} at the latest, when your own key expires.");
        errors.Require(user is not null, "user", "is not the id of a user.");
        errors.Require(user is null || Holds(user, key, offices), "role", "is more than the user holds there.");
        return key with { Name = errors.Line("name", key.Name), Offices = [.. key.Offices.Distinct()] };
    }

    /// <summary>
    /// Why someone may not make the key; null when they may. A key lets them act as another user, so that they would be two people where
    /// two must agree on a release.
    /// </summary>
    public static string? Objection(Caller maker, ApiKey key, User? user, OfficeTree offices)
    {
        if (!Covers(maker.Access, key, user, offices)) return "The key could do more than you can.";
        if (user is null || user.Id == maker.User) return null;
        if (!maker.Access.Anywhere(Role.Administrator, offices) || !GrantRules.Administers(maker.Access, user, offices))
            return $"You do not administer every office where {user.Id} holds a role. They can make the key themselves.";
        return GrantRules.IsAbove(maker.Access, user, offices)
            ? null
            : $"{user.Id} approves releases. Only they themselves and administrators of what is above their office can make the key.";
    }

    /// <summary>Whether someone may revoke the key: their own, and those of users that they administer.</summary>
    /// <param name="user">The user it acts for; null when there is no such user any more.</param>
    public static bool MayRevoke(Caller caller, ApiKey key, User? user, OfficeTree offices) => user switch
    {
        null => caller.Access.Everywhere(Role.Administrator),
        _ when user.Id == caller.User => Covers(caller.Access, key, user, offices),
        _ => caller.Access.Anywhere(Role.Administrator, offices) && GrantRules.Administers(caller.Access, user, offices),
    };

    /// <summary>Whether someone may all that the key may.</summary>
    public static bool Covers(Access access, ApiKey key, User? user, OfficeTree offices) =>
        Reach(key, user).All(grant => access.At(grant.Office, grant.Role, offices));

    private static bool Holds(User user, ApiKey key, OfficeTree offices)
    {
        var access = new Access(user.Grants, Role.Administrator, []);
        return key.Offices.Count == 0
            ? access.Anywhere(key.Role, offices)
            : key.Offices.All(office => access.At(office, key.Role, offices));
    }

    /// <summary>The grants of the key: its role at its offices or, without any, its role wherever the user holds one.</summary>
    private static IEnumerable<Grant> Reach(ApiKey key, User? user) =>
        key.Offices.Count > 0
            ? key.Offices.Select(office => new Grant(key.Role, office))
            : (user?.Grants ?? []).Select(grant => grant with { Role = grant.Role < key.Role ? grant.Role : key.Role });
}
