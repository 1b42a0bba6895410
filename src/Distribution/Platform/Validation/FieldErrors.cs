namespace Distribution.Platform.Validation;

/// <summary>The faults of an input, by field; the names are those of the JSON, such as <c>translations.fr.headline</c>.</summary>
public sealed class FieldErrors
{
    private readonly Dictionary<string, List<string>> errors = [];
    private readonly Dictionary<string, IReadOnlyList<string>> offers = [];

    public bool Any => errors.Count > 0;

    public void Add(string field, string message)
    {
        if (!errors.TryGetValue(field, out var messages)) errors[field] = messages = [];
        messages.Add(message);
    }

    /// <summary>Suggested values, by field, for programs to offer.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Offers => offers;

    public void Offer(string field, IReadOnlyList<string> values) => offers[field] = values;

    /// <summary>Adds the message unless the condition holds.</summary>
    public void Require(bool condition, string field, string message)
    {
        if (!condition) Add(field, message);
    }

    public IDictionary<string, string[]> ToDictionary() => errors.ToDictionary(error => error.Key, error => error.Value.ToArray());
}
