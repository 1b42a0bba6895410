namespace Distribution.Publisher.Offices;

/// <summary>Which office is above which; pure.</summary>
public sealed class OfficeTree(IEnumerable<Office> offices)
{
    public static readonly OfficeTree None = new([]);

    private readonly Dictionary<string, Office> known = offices.ToDictionary(office => office.Id);

    /// <summary>Ids of all offices, in no order.</summary>
    public IEnumerable<string> Ids => known.Keys;

    public bool Contains(string office) => known.ContainsKey(office);

    /// <returns>Null when there is no such office.</returns>
    public Office? Find(string office) => known.GetValueOrDefault(office);

    /// <summary>The office itself, its parent, its parent's parent …</summary>
    public IEnumerable<string> Upwards(string office)
    {
        HashSet<string> seen = [];
        for (var at = office; at is not null && seen.Add(at); at = Find(at)?.Parent) yield return at;
    }

    /// <summary>
    /// Whether making <paramref name="parent"/> the parent of <paramref name="office"/> would make an office its own ancestor.
    /// </summary>
    public bool WouldCircle(string office, string parent) => Upwards(parent).Contains(office);
}
