using Distribution.Platform.Validation;

namespace Distribution.Contacts.Outlets;

/// <summary>Validates an outlet; pure.</summary>
public static class OutletRules
{
    private const int LongestDeadlines = 1_000;

    /// <summary>The outlet in the form that is kept.</summary>
    /// <param name="outlet">The outlet as given.</param>
    /// <param name="above">The parent, its parent and so on, as far as they are there.</param>
    /// <param name="errors">Takes what is wrong.</param>
    public static Outlet Check(Outlet outlet, IReadOnlyList<string> above, FieldErrors errors)
    {
        errors.Require(outlet.Parent is null || above.Count > 0, "parent", "is not the id of an outlet.");
        errors.Require(!above.Contains(outlet.Id), "parent", "belongs to this outlet itself.");
        return Kept(outlet, errors);
    }

    private static Outlet Kept(Outlet outlet, FieldErrors errors) => outlet with
    {
        Deadlines = string.IsNullOrWhiteSpace(outlet.Deadlines) ? null : errors.Text("deadlines", outlet.Deadlines, LongestDeadlines),
        Name = errors.Line("name", outlet.Name),
        Country = outlet.Country is null ? null : errors.Country("country", outlet.Country),
        Languages = errors.Languages("languages", outlet.Languages),
        Website = outlet.Website is null ? null : errors.Website("website", outlet.Website),
    };
}
