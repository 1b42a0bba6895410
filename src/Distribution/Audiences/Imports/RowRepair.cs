using System.Globalization;
using Distribution.Contacts.Contacts;

namespace Distribution.Audiences.Imports;

/// <summary>Takes what is not right out of what a row says; pure.</summary>
public static class RowRepair
{
    private const int MostEntries = 100;

    /// <param name="input">The row's values.</param>
    /// <param name="fields">The fields that are not right, as rules name them: <c>phones.0.number</c>.</param>
    public static ContactInput Without(ContactInput input, IEnumerable<string> fields)
    {
        var wrong = fields.Select(field => field.Split('.')).ToLookup(parts => parts[0], parts => parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : -1);
        return input with
        {
            OtherAddresses = Rest("otherAddresses", input.OtherAddresses, wrong),
            Name = Rest("name", input.Name, wrong),
            GivenName = Rest("givenName", input.GivenName, wrong),
            FamilyName = Rest("familyName", input.FamilyName, wrong),
            Phones = Rest("phones", input.Phones, wrong),
            Handles = Rest("handles", input.Handles, wrong),
            Positions = [.. input.Positions.Select((position, index) => wrong["positions"].Contains(index) ? position with { Role = null } : position)],
            Languages = Rest("languages", input.Languages, wrong),
            Countries = Rest("countries", input.Countries, wrong),
            Topics = Rest("topics", input.Topics, wrong),
            TimeZone = Rest("timeZone", input.TimeZone, wrong),
            Notes = Rest("notes", input.Notes, wrong),
            Tags = Rest("tags", input.Tags, wrong),
        };
    }

    private static string? Rest(string field, string? value, ILookup<string, int> wrong) => wrong.Contains(field) ? null : value;

    private static IReadOnlyList<T> Rest<T>(string field, IReadOnlyList<T> values, ILookup<string, int> wrong) =>
        wrong.Contains(field) ? [.. values.Where((_, index) => !wrong[field].Contains(index)).Take(MostEntries)] : values;
}
