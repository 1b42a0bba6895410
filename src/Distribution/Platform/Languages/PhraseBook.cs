using System.Reflection;
using System.Text.Json;

namespace Distribution.Platform.Languages;

/// <summary>
/// Sentences of one feature in every language that someone has translated them to, from embedded files such as <c>fr.json</c>.
/// </summary>
public sealed class PhraseBook
{
    private const string Fallback = "en";

    private readonly Dictionary<string, Phrases> languages;

    /// <param name="assembly">Where the files are embedded.</param>
    /// <param name="folder">Their folder as resource names have it, such as <c>Distribution.Mail.Phrases</c>.</param>
    public PhraseBook(Assembly assembly, string folder) =>
        languages = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith($"{folder}.", StringComparison.Ordinal))
            .Select(name => Read(assembly, name, name.Split('.')[^2]))
            .ToDictionary(phrases => phrases.Language);

    public IReadOnlyCollection<Phrases> All => languages.Values;

    /// <summary>The sentences in the language, else in English.</summary>
    public Phrases In(string language) => languages[MailLanguage.Best(language, languages.Keys) ?? Fallback];

    /// <summary>Whether somebody has translated the sentences to the language.</summary>
    public bool Has(string language) => MailLanguage.Best(language, languages.Keys) is not null;

    /// <summary>The first of some languages that has sentences, else English.</summary>
    public string FirstOf(IEnumerable<string> wanted) =>
        wanted.Select(language => MailLanguage.Best(language, languages.Keys)).FirstOrDefault(best => best is not null) ?? Fallback;

    private static Phrases Read(Assembly assembly, string resource, string language)
    {
        using var file = assembly.GetManifestResourceStream(resource)!;
        return new(language, JsonSerializer.Deserialize<Dictionary<string, string>>(file)!);
    }
}
