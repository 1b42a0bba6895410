namespace Distribution.Offices;

/// <summary>Which office is above which; pure.</summary>
public sealed class OfficeTree(IEnumerable<Office> offices)
{
    private readonly Dictionary<string, string?> parents = offices.ToDictionary(office => office.Id, office => office.Parent);

    public bool Contains(string office) => parents.ContainsKey(office);

    /// <summary>The office itself, its parent, its parent's parent …</summary>
    public IEnumerable<string> Upwards(string office)
    {
        HashSet<string> seen = [];
        for (var at = office; at is not null && seen.Add(at); at = parents.GetValueOrDefault(at)) yield return at;
    }

    /// <summary>Whether making <paramref name="parent"/> the parent of <paramref name="office"/> would make an office its own ancestor.</summary>
    public bool WouldCircle(string office, string parent) => Upwards(parent).Contains(office);
}
