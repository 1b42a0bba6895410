namespace Distribution.Web.Platform.Pages;

/// <summary>Which fields of a form are not right, as attributes that say so to programs that read pages aloud.</summary>
public sealed class InvalidFields(IDictionary<string, string[]>? errors)
{
    /// <summary>For <c>aria-invalid</c>.</summary>
    public string? Mark(string field) => Has(field) ? "true" : null;

    /// <summary>For <c>aria-describedby</c>: what is wrong, and the hint of the field if it has one.</summary>
    public string? Describe(string field, string? hint = null) => Has(field) ? $"{field}-error {hint}".Trim() : hint;

    private bool Has(string field) => errors?.Keys.Any(key => key.Split('.')[0] == field) == true;
}
