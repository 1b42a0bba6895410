using Distribution.Audiences.MediaLists;
using Distribution.Platform.Validation;
using Distribution.Publisher.Topics;

namespace Distribution.Readers.Signups;

/// <summary>Validates a signup; pure.</summary>
public static class SignupRules
{
    private const int LongestName = 100;
    private const int MostChoices = 20;

    /// <summary>The signup in the form that is kept.</summary>
    /// <param name="input">The form.</param>
    /// <param name="publicLists">Lists that anybody may subscribe to, by id.</param>
    /// <param name="topics">The vocabulary of topics.</param>
    /// <param name="refusedDomains">Domains of addresses that are thrown away.</param>
    /// <param name="errors">Takes what is wrong.</param>
    public static Signup Check(
        SignupInput input,
        IReadOnlyDictionary<string, MediaList> publicLists,
        TopicBook topics,
        IReadOnlyCollection<string> refusedDomains,
        FieldErrors errors)
    {
        foreach (var (field, count) in new[]
        {
            ("languages", input.Languages.Count), ("countries", input.Countries.Count), ("lists", input.Lists.Count),
        })
            errors.Require(count <= MostChoices, field, $"has at most {MostChoices} entries.");
        errors.Require(input.Lists.Count > 0, "lists", "names at least one list.");
        errors.Known("lists", input.Lists, publicLists, "a list that one can subscribe to");
        var address = errors.Address("address", input.Address);
        errors.Require(
            !refusedDomains.Contains(address.Split('@')[^1], StringComparer.OrdinalIgnoreCase),
            "address",
            "is a disposable address. Give one that you read yourself.");
        var language = errors.Language("language", input.Language);
        return new()
        {
            Address = address,
            Name = errors.OptionalLine("name", input.Name, LongestName),
            Outlet = errors.OptionalLine("outlet", input.Outlet, LongestName),
            Languages = errors.Languages("languages", input.Languages),
            Topics = topics.Check("topics", input.Topics, errors),
            Countries = errors.Countries("countries", input.Countries),
            Lists = [.. input.Lists.Distinct()],
            Frequency = input.Frequency,
            PageLanguage = language,
            AskedAt = default,
            ClientHash = "",
        };
    }
}
