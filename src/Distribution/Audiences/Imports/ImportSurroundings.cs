using Distribution.Audiences.MediaLists;
using Distribution.Audiences.Suppressions;
using Distribution.Contacts.Outlets;
using Distribution.Publisher.Topics;

namespace Distribution.Audiences.Imports;

/// <summary>The state of the storage that the rows of an import are compared with, as it was when the run began.</summary>
/// <param name="Suppressed">Addresses that must not be mailed.</param>
/// <param name="Rules">The rules of media lists.</param>
/// <param name="Lists">Ids of all media lists.</param>
/// <param name="Outlets">All outlets by id.</param>
public sealed record ImportSurroundings(
    SuppressedAddresses Suppressed, RuleBook Rules, IReadOnlySet<string> Lists, IReadOnlyDictionary<string, Outlet> Outlets)
{
    public TopicBook Topics { get; init; } = TopicBook.Empty;
}
