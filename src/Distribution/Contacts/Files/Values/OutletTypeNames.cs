using Distribution.Contacts.Outlets;

namespace Distribution.Contacts.Files.Values;

/// <summary>
/// Names of the types of outlets in files in English, French, Spanish and Portuguese. Letter case, accents and punctuation do not matter.
/// </summary>
internal static class OutletTypeNames
{
    /// <summary>Type to names; the type's own name is always known.</summary>
    public static IReadOnlyList<(OutletType Type, string[] Names)> Table { get; } =
    [
        (OutletType.Daily,
        [
            "daily", "daily newspaper", "newspaper", "quotidien", "presse quotidienne", "journal", "diario", "periódico", "prensa diaria",
            "jornal", "jornal diário",
        ]),
        (OutletType.Weekly, ["weekly", "weekly newspaper", "hebdomadaire", "hebdo", "semanario", "semanal", "jornal semanal"]),
        (OutletType.Radio, ["radio", "radio station", "station de radio", "emisora", "emisora de radio", "emissora de rádio", "estação de rádio"]),
        (OutletType.Television,
        [
            "television", "tv", "tv station", "télévision", "télé", "chaîne de télévision", "televisión", "canal de televisión", "televisão",
            "emissora de televisão",
        ]),
        (OutletType.Online,
        [
            "online", "online media", "web", "website", "digital", "en ligne", "média en ligne", "site web", "site d'information", "pure player",
            "en línea", "medio digital", "sitio web", "mídia digital", "site de notícias", "portal",
        ]),
        (OutletType.Agency,
        [
            "agency", "news agency", "wire service", "wire", "agence", "agence de presse", "agencia", "agencia de noticias", "agencia de prensa",
            "agência de notícias",
        ]),
        (OutletType.Freelance,
        [
            "freelance", "freelancer", "freelance journalist", "pigiste", "journaliste pigiste", "indépendant", "journaliste indépendant",
            "autónomo", "independiente", "periodista independiente", "jornalista independente",
        ]),
        (OutletType.Other, ["other", "autre", "otro", "outro", "magazine", "revue", "revista"]),
    ];

    private static readonly Dictionary<string, OutletType> Types = Table
        .SelectMany(entry => entry.Names.Select(name => (Name: Folding.Fold(name), entry.Type)))
        .DistinctBy(entry => entry.Name)
        .ToDictionary(entry => entry.Name, entry => entry.Type);

    /// <summary>The type that a cell names; of several, such as <c>freelance / pigiste</c>, the first that is known. Null when none is.</summary>
    public static OutletType? Find(string text)
    {
        foreach (var name in text.Split(['/', ',', ';', '|']).Prepend(text))
        {
            if (Types.TryGetValue(Folding.Fold(name), out var type)) return type;
        }

        return null;
    }
}
