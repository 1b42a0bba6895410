using Distribution.Audiences.MediaLists;
using Distribution.Contacts.Outlets;
using Distribution.Publisher.Offices;
using Distribution.Publisher.Topics;

namespace Distribution.Audiences.Selection;

/// <summary>The offices, press officers, media lists, outlets and topics that a release may name, by id.</summary>
public sealed record ReleaseReferences(
    IReadOnlyDictionary<string, Office> Offices,
    IReadOnlyDictionary<string, PressOfficer> PressOfficers,
    IReadOnlyDictionary<string, MediaList> Lists)
{
    public IReadOnlyDictionary<string, Outlet> Outlets { get; init; } = new Dictionary<string, Outlet>();

    public TopicBook Topics { get; init; } = TopicBook.Empty;

    /// <summary>
    /// Whether a release of the office may go to the list: the organisation's lists, those of the office itself, and those of the offices
    /// above and below it.
    /// </summary>
    public bool Reaches(string office, MediaList list)
    {
        if (list.Office is null) return true;
        var tree = new OfficeTree(Offices.Values);
        return tree.Upwards(office).Contains(list.Office) || tree.Upwards(list.Office).Contains(office);
    }
}
