using Distribution.Contacts.Outlets;

namespace Distribution.Audiences.MediaLists;

/// <summary>The rules of media lists as read at one time.</summary>
/// <param name="Lists">The lists that have a rule.</param>
/// <param name="Outlets">The type of each outlet that a rule may ask for, by id.</param>
/// <param name="Version">Another one where anything here has changed since.</param>
public sealed record RuleBook(IReadOnlyList<MediaList> Lists, IReadOnlyDictionary<string, OutletType> Outlets, string Version)
{
    /// <summary>The list with its rule; without one, no contact is added and all that a rule had added are removed.</summary>
    public ListRule? RuleOf(string list) => Lists.FirstOrDefault(found => found.Id == list)?.Rule;

    public OutletType? TypeOf(string? outlet) => outlet is not null && Outlets.TryGetValue(outlet, out var type) ? type : null;
}
