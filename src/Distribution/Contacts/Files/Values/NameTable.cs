namespace Distribution.Contacts.Files.Values;

/// <summary>Codes and their names in English, French and Spanish; written down, because culture data differs between machines.</summary>
internal sealed class NameTable
{
    private readonly Dictionary<string, string> codes = [];

    private NameTable(string resource)
    {
        using StreamReader lines = new(typeof(NameTable).Assembly.GetManifestResourceStream(typeof(NameTable), resource)!);
        while (lines.ReadLine() is { } line) Add(line.Split('\t'));
    }

    public static NameTable Countries { get; } = new("countries.tsv");

    public static NameTable Languages { get; } = new("languages.tsv");

    public IReadOnlyCollection<string> Codes => codes.Values.ToHashSet();

    /// <summary>The code of a name, or of the code itself, in whatever letter case; null when it is neither.</summary>
    public string? Find(string name) => codes.GetValueOrDefault(Folding.Fold(name));

    private void Add(string[] line)
    {
        foreach (var name in line.Select(Folding.Fold).Distinct()) codes.Add(name, line[0]);
    }
}
