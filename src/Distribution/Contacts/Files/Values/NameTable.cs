using System.Text.RegularExpressions;
using Distribution.Platform.Languages;

namespace Distribution.Contacts.Files.Values;

/// <summary>Codes and their names in English, French and Spanish; written down, because culture data differs between machines.</summary>
internal sealed partial class NameTable
{
    private readonly Dictionary<string, string> codes = [];

    private NameTable(string resource)
    {
        using StreamReader lines = new(typeof(NameTable).Assembly.GetManifestResourceStream(typeof(NameTable), resource)!);
        while (lines.ReadLine() is { } line) Add(line.Split('\t'));
    }

    public static NameTable Countries { get; } = new NameTable("countries.tsv").WithCountriesIn(
        "pt", "de", "it", "nl", "ar", "ru", "uk", "pl", "cs", "hu", "ro", "el", "tr", "sv", "da", "nb", "fi", "he", "fa", "hi", "sw", "id",
        "ms", "vi", "th", "zh", "ja", "ko", "ca", "ht");

    public static NameTable Languages { get; } = new("languages.tsv");

    public IReadOnlyCollection<string> Codes => codes.Values.ToHashSet();

    /// <summary>The code of a name, or of the code itself, in whatever letter case; null when it is neither.</summary>
    /// <remarks>A code has no sign in it but the dots of initials: "No." is not Norway.</remarks>
    public string? Find(string name)
    {
        var folded = Folding.Fold(name);
        return folded.Length > 2 || Initials().IsMatch(name.Trim()) ? codes.GetValueOrDefault(folded) : null;
    }

    [GeneratedRegex(@"^\p{L}\p{L}$|^\p{L}\.\s?\p{L}\.?$|^[^\p{L}]*$|^[^\x00-\x7F]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Initials();

    /// <summary>Further languages as far as no name there is another country's here; from the data that the program brings along.</summary>
    private NameTable WithCountriesIn(params string[] languages)
    {
        foreach (var group in languages.SelectMany(language => Codes.Where(Platform.Validation.Countries.IsKnown)
                .Select(code => (Name: Folding.Fold(CountryNames.In(code, language)), Code: code)))
            .Where(country => country.Name.Length > 2).ToLookup(country => country.Name, country => country.Code))
        {
            if (group.Distinct().Count() == 1) codes.TryAdd(group.Key, group.First());
        }

        return this;
    }

    private void Add(string[] line)
    {
        foreach (var name in line.Select(Folding.Fold).Distinct()) codes.Add(name, line[0]);
    }
}
