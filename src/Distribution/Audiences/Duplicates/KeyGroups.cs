using System.Globalization;

namespace Distribution.Audiences.Duplicates;

/// <summary>Contacts by a key that they share. A contact is 16 bytes here, so that all of them fit.</summary>
/// <param name="crowd">The treatment of a group of more than <see cref="Most"/>: paired with its first, or left out as a newsroom's
/// number.</param>
internal sealed class KeyGroups(bool crowd)
{
    /// <summary>Up to this number are compared each with each.</summary>
    public const int Most = 12;

    private readonly Dictionary<ulong, UInt128> first = [];
    private readonly Dictionary<ulong, List<UInt128>> shared = [];

    public void Add(ulong key, string contact)
    {
        var id = UInt128.Parse(contact, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        if (first.TryAdd(key, id)) return;
        if (!shared.TryGetValue(key, out var group)) shared[key] = group = [first[key]];
        group.Add(id);
    }

    /// <summary>The pairs that may be duplicates, the lower id first.</summary>
    public IEnumerable<(string First, string Second)> Pairs() => shared.Values.SelectMany(Pairs);

    private IEnumerable<(string, string)> Pairs(List<UInt128> group)
    {
        if (group.Count > Most && !crowd) yield break;
        for (var left = 0; left < (group.Count > Most ? 1 : group.Count); left++)
        {
            for (var right = left + 1; right < group.Count; right++) yield return Pair(group[left], group[right]);
        }
    }

    private static (string, string) Pair(UInt128 left, UInt128 right) => left < right ? (Id(left), Id(right)) : (Id(right), Id(left));

    private static string Id(UInt128 id) => id.ToString("x32", CultureInfo.InvariantCulture);
}
