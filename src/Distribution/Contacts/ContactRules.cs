using Distribution.Languages;
using Distribution.Validation;

namespace Distribution.Contacts;

/// <summary>What a contact must be like; pure.</summary>
public static class ContactRules
{
    private const int LongestName = 200;
    private const int LongestSource = 300;

    /// <summary>How far the clock of who tells us may be ahead of ours.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    /// <param name="input">What is said.</param>
    /// <param name="outletKnown">Whether the outlet exists, where one is named.</param>
    /// <param name="now">The present.</param>
    public static FieldErrors Check(ContactInput input, bool outletKnown, DateTimeOffset now)
    {
        var errors = new FieldErrors();
        errors.Require(MailAddress.Parse(input.Address) is not null, "address", "is not a mail address such as 'rosa@example.org'.");
        errors.RequireLine("name", input.Name, LongestName);
        errors.Require(outletKnown, "outlet", "is not the id of an outlet.");
        errors.Require(input.Languages is { Count: > 0 }, "languages", "names at least one language.");
        errors.AllowLanguages("languages", input.Languages);
        errors.AllowCountries("countries", input.Countries);
        errors.AllowTopics("topics", input.Topics);
        errors.Require(input.TimeZone is null || TimeZones.IsKnown(input.TimeZone), "timeZone", "is not an IANA time zone such as 'America/Jamaica'.");
        errors.RequireLine("source", input.Source, LongestSource);
        errors.Require(!(input.SourceDate > now + ClockSkew), "sourceDate", "lies in the future.");
        return errors;
    }

    /// <summary>The contact that an input without errors describes.</summary>
    public static Contact Read(ContactInput input, string id, DateTimeOffset now) => new()
    {
        Id = id,
        Address = MailAddress.Parse(input.Address)!.ToString(),
        Name = input.Name!.Trim(),
        Outlet = input.Outlet,
        Languages = [.. input.Languages!.Select(LanguageTag.Normalize).Distinct()],
        Countries = [.. (input.Countries ?? []).Distinct()],
        Topics = FieldRules.Topics(input.Topics),
        TimeZone = input.TimeZone,
        Source = input.Source!.Trim(),
        SourceDate = (input.SourceDate ?? now).ToUniversalTime(),
    };
}
