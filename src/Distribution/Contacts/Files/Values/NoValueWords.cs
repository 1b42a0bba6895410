namespace Distribution.Contacts.Files.Values;

/// <summary>Words and signs that people and programs write where they know nothing, in English, French and Spanish.</summary>
internal static class NoValueWords
{
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "n/a", "n.a.", "n.a", "n. a.", "#n/a", "#n/d", "n/d", "n.d.", "s/o", "s.o.", "s/d", "null", "(null)", "none", "(none)", "unknown",
        "not known", "not available", "not applicable", "tbc", "tbd", "tba", "blank", "(blank)", "empty", "undefined", "#ref!", "#value!",
        "#name?", "#null!", "#div/0!", "inconnu", "inconnue", "aucun", "aucune", "néant", "sans objet", "non disponible", "non applicable",
        "non renseigné", "à confirmer", "vide", "(vide)", "desconocido", "desconocida", "ninguno", "ninguna", "sin datos", "sin dato",
        "no disponible", "no aplica", "por confirmar", "vacío",
    };

    /// <summary>Whether a text is no value of any field, as an empty cell is.</summary>
    public static bool Contains(string text)
    {
        var trimmed = text.Trim();
        return Words.Contains(trimmed)
            || (trimmed.Length is > 0 and <= 10 && trimmed.All(sign => "-–—.?_/…".Contains(sign, StringComparison.Ordinal)));
    }
}
