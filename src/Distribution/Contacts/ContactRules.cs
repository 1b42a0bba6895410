using Distribution.Validation;

namespace Distribution.Contacts;

/// <summary>What a contact must be like; pure.</summary>
public static class ContactRules
{
    private const int LongestSource = 300;

    /// <summary>The contact in the form that is kept.</summary>
    /// <param name="input">What is said.</param>
    /// <param name="id">The contact's id.</param>
    /// <param name="outletKnown">Whether the outlet exists, where one is named.</param>
    /// <param name="now">The present.</param>
    /// <param name="errors">Takes what is wrong.</param>
    public static Contact Check(ContactInput input, string id, bool outletKnown, DateTimeOffset now, FieldErrors errors)
    {
        errors.Require(outletKnown, "outlet", "is not the id of an outlet.");
        errors.Require(input.Languages.Count > 0, "languages", "names at least one language.");
        return new()
        {
            Id = id,
            Address = errors.Address("address", input.Address),
            Name = errors.Line("name", input.Name),
            Outlet = input.Outlet,
            Languages = errors.Languages("languages", input.Languages),
            Countries = errors.Countries("countries", input.Countries),
            Topics = errors.Topics("topics", input.Topics),
            TimeZone = input.TimeZone is null ? null : errors.TimeZone("timeZone", input.TimeZone),
            Source = errors.Line("source", input.Source, LongestSource),
            SourceDate = errors.Past("sourceDate", input.SourceDate ?? now, now),
        };
    }
}
