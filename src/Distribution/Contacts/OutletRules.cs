using Distribution.Validation;

namespace Distribution.Contacts;

/// <summary>What an outlet must be like; pure.</summary>
public static class OutletRules
{
    /// <summary>The outlet in the form that is kept.</summary>
    public static Outlet Check(Outlet outlet, FieldErrors errors) => outlet with
    {
        Name = errors.Line("name", outlet.Name),
        Country = outlet.Country is null ? null : errors.Country("country", outlet.Country),
        Languages = errors.Languages("languages", outlet.Languages),
        Website = outlet.Website is null ? null : errors.Website("website", outlet.Website),
    };
}
