using System.Globalization;
using Distribution.Platform.Validation;
using Distribution.Publisher.Topics;

namespace Distribution.Contacts.Contacts;

/// <summary>Validates a contact; pure.</summary>
public static class ContactRules
{
    /// <summary>Characters of the notes on one contact.</summary>
    public const int LongestNotes = 4_000;

    private const int LongestSource = 300;
    private const int LongestNetwork = 50;
    private const int LongestExtension = 10;

    /// <summary>The contact in the form that is kept.</summary>
    /// <param name="input">The contact as given.</param>
    /// <param name="id">The contact's id.</param>
    /// <param name="isOutlet">Whether an id is that of an outlet.</param>
    /// <param name="topics">The vocabulary: a word that means a topic becomes its id, and any other stays.</param>
    /// <param name="now">The present.</param>
    /// <param name="errors">Takes what is wrong.</param>
    public static Contact Check(
        ContactInput input, string id, Func<string, bool> isOutlet, TopicBook topics, DateTimeOffset now, FieldErrors errors)
    {
        errors.Require(input.Languages.Count > 0, "languages", "names at least one language.");
        var address = errors.Address("address", input.Address);
        var countries = errors.Countries("countries", input.Countries);
        return new()
        {
            Id = id,
            Address = address,
            OtherAddresses = [.. errors.Each("otherAddresses", input.OtherAddresses, errors.Address).Where(other => other != address)],
            Name = errors.Line("name", Name(input)),
            GivenName = errors.OptionalLine("givenName", input.GivenName),
            FamilyName = errors.OptionalLine("familyName", input.FamilyName),
            Phones = errors.Each("phones", input.Phones, (field, phone) => Phone(field, phone, countries, errors)),
            Handles = errors.Each("handles", input.Handles, (field, handle) => Handle(field, handle, errors)),
            Positions = errors.Each("positions", input.Positions, (field, position) => Position(field, position, isOutlet, errors)),
            Languages = errors.Languages("languages", input.Languages),
            Countries = countries,
            Topics = topics.Keep(errors.Topics("topics", input.Topics)),
            TimeZone = input.TimeZone is null ? null : errors.TimeZone("timeZone", input.TimeZone),
            Notes = string.IsNullOrWhiteSpace(input.Notes) ? null : errors.Text("notes", input.Notes, LongestNotes),
            Tags = errors.Topics("tags", input.Tags),
            Status = input.Status,
            Source = errors.Line("source", input.Source, LongestSource),
            SourceDate = errors.Past("sourceDate", input.SourceDate ?? now, now),
            LawfulBasis = input.LawfulBasis,
        };
    }

    private static string Name(ContactInput input) =>
        string.IsNullOrWhiteSpace(input.Name) ? $"{input.GivenName?.Trim()} {input.FamilyName?.Trim()}" : input.Name;

    private static ContactPhone Phone(string field, ContactPhone phone, IReadOnlyList<string> countries, FieldErrors errors)
    {
        var country = countries.Count > 0 ? countries[0] : null;
        var extension = string.IsNullOrWhiteSpace(phone.Extension) ? Phones.Extension(phone.Number, country) : phone.Extension.Trim();
        errors.Require(
            extension is null || (extension.Length <= LongestExtension && extension.All(char.IsAsciiDigit)),
            $"{field}.extension", string.Create(CultureInfo.InvariantCulture, $"is up to {LongestExtension} digits."));
        if (string.IsNullOrWhiteSpace(phone.Number)) errors.Add($"{field}.number", "is required.");
        return phone with { Number = errors.Phone($"{field}.number", phone.Number, country) ?? "", Extension = extension };
    }

    private static Handle Handle(string field, Handle handle, FieldErrors errors) => new(
        errors.Line($"{field}.network", handle.Network, LongestNetwork).ToLowerInvariant(),
        errors.Line($"{field}.name", handle.Name));

    private static Position Position(string field, Position position, Func<string, bool> isOutlet, FieldErrors errors)
    {
        errors.Require(isOutlet(position.Outlet), $"{field}.outlet", "is not the id of an outlet.");
        errors.Require(
            position.Until is null || position.From is null || position.From <= position.Until,
            $"{field}.until",
            "lies before the first day.");
        return position with { Role = errors.OptionalLine($"{field}.role", position.Role) };
    }
}
