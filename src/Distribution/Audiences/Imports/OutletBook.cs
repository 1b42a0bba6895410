using System.Security.Cryptography;
using System.Text;
using Distribution.Contacts.Files.Values;
using Distribution.Contacts.Outlets;
using Distribution.Platform.Validation;

namespace Distribution.Audiences.Imports;

/// <summary>The outlets that there are and those that a file brings along. The same name, letter case aside, is the same outlet.</summary>
public sealed class OutletBook
{
    private const int LongestName = 200;

    private readonly Dictionary<string, string> idByName = [];
    private readonly Dictionary<string, Outlet> newOnes = [];
    private readonly HashSet<string> ids = [];
    private readonly OutletType usual;

    public OutletBook(IEnumerable<Outlet> known, OutletType usual)
    {
        this.usual = usual;
        foreach (var outlet in known)
        {
            ids.Add(outlet.Id);
            idByName.TryAdd(Key(outlet.Name), outlet.Id);
        }
    }

    /// <summary>Those that have been named and were not there.</summary>
    public IReadOnlyCollection<Outlet> New => newOnes.Values;

    public bool Contains(string id) => ids.Contains(id);

    /// <summary>Id of the outlet of this name, which is new if there was none.</summary>
    /// <param name="name">As the file writes it.</param>
    /// <param name="type">The file's word for its kind.</param>
    public string IdOf(string name, string? type)
    {
        var line = new string([.. name.Where(letter => !char.IsControl(letter)).Take(LongestName)]).Trim();
        if (idByName.TryGetValue(Key(line), out var known)) return known;
        var id = NewId(line);
        newOnes[id] = new() { Id = id, Name = line, Type = OutletTypeNames.Find(type ?? "") ?? usual };
        ids.Add(id);
        idByName[Key(line)] = id;
        return id;
    }

    /// <summary>
    /// The same whenever the file is read: from the name, and where that is taken or has no Latin letter, from a hash of it.
    /// </summary>
    private string NewId(string name)
    {
        var id = Ids.From(name);
        if (Ids.IsValid(id) && !ids.Contains(id)) return id;
        return $"outlet-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Key(name))).AsSpan(0, 8))}";
    }

    private static string Key(string name) => name.Trim().Normalize().ToLowerInvariant();
}
