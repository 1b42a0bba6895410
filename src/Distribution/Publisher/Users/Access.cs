using Distribution.Publisher.Offices;

namespace Distribution.Publisher.Users;

/// <summary>The rights of a caller: a user's grants, cut down to the scope of the key they came with; pure.</summary>
/// <param name="Grants">The person's own grants.</param>
/// <param name="Most">The key's role; no grant counts for more.</param>
/// <param name="Offices">The key's offices; none = no limit.</param>
public sealed record Access(IReadOnlyList<Grant> Grants, Role Most, IReadOnlyList<string> Offices)
{
    /// <summary>Whether the role is held for the whole organisation, without limits by the key.</summary>
    public bool Everywhere(Role role) =>
        Most >= role && Offices.Count == 0 && Grants.Any(grant => grant.Office is null && grant.Role >= role);

    /// <summary>Whether the role is held at some office at least, within the limits of the key.</summary>
    public bool Anywhere(Role role, OfficeTree tree) =>
        Offices.Count == 0
            ? Most >= role && Grants.Any(grant => grant.Role >= role)
            : tree.Ids.Any(office => At(office, role, tree));

    /// <summary>
    /// Whether the role is held for an office, or, for null, for the whole organisation. A role at a parent holds for its children.
    /// </summary>
    public bool At(string? office, Role role, OfficeTree tree)
    {
        if (office is null) return Everywhere(role);
        var upwards = tree.Upwards(office).ToHashSet();
        return Most >= role
            && (Offices.Count == 0 || Offices.Any(upwards.Contains))
            && Grants.Any(grant => grant.Role >= role && (grant.Office is null || upwards.Contains(grant.Office)));
    }
}
