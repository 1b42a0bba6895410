using System.Globalization;

namespace Distribution.Contacts.Files.Values;

/// <summary>
/// Words for the states of an address, in English, French and Spanish and in the exports of other tools. Letter case, accents and
/// punctuation do not matter.
/// </summary>
internal static class MailStatusWords
{
    /// <summary>Kind of a column that says yes or no to one status, such as <c>mailStatus:unsubscribed</c>.</summary>
    public static IReadOnlyList<MailStatus> Flags { get; } =
        [
            MailStatus.Subscribed,
            MailStatus.Unsubscribed,
            MailStatus.Excluded,
            MailStatus.Bounced,
            MailStatus.Blocked,
            MailStatus.Complained
        ];

    /// <summary>The suffix for a kind of column in which any text, such as a reason or a time, means the status.</summary>
    public const string WhenFilled = "-reason";

    /// <summary>Status to words; the status's own name is always known.</summary>
    public static IReadOnlyList<(MailStatus Status, string[] Words)> Table { get; } =
    [
        (MailStatus.Subscribed,
        [
            "subscribed", "active", "enabled", "confirmed", "opted in", "opt in", "subscriber", "marketing contact", "abonné", "abonnée",
            "inscrit",
            "inscrite", "actif", "confirmé", "confirmée", "activé", "suscrito", "suscrita", "activo", "activa", "confirmado", "confirmada",
            "alta",
        ]),
        (MailStatus.Unconfirmed,
        [
            "unconfirmed", "not confirmed", "pending", "inactive", "non-subscribed", "not subscribed", "never subscribed", "transactional",
            "non-marketing contact", "non confirmé", "non confirmée", "en attente", "non abonné", "non abonnée", "non inscrit",
            "non inscrite", "inactif",
            "no confirmado", "no confirmada", "sin confirmar", "pendiente", "no suscrito", "no suscrita", "inactivo", "inactiva",
        ]),
        (MailStatus.Unsubscribed,
        [
            "unsubscribed", "unsubscribe", "opted out", "opt out", "cancelled", "canceled", "ended", "disabled", "removed", "deleted",
            "left",
            "désabonné", "désabonnée", "désabonnement", "désinscrit", "désinscrite", "désinscription", "résilié", "résiliée", "désactivé",
            "supprimé",
            "dado de baja", "dada de baja", "de baja", "baja", "desuscrito", "desuscrita", "cancelado", "cancelada", "eliminado",
            "eliminada",
            "desactivado", "deshabilitado",
        ]),
        (MailStatus.Excluded, ["excluded", "manual", "suppressed", "exclu", "exclue", "excluido", "excluida"]),
        (MailStatus.Bounced,
        [
            "bounced", "bounce", "hard bounced", "hard bounce", "cleaned", "invalid", "undeliverable", "unreachable", "quarantined",
            "refused",
            "rebond", "rebond définitif", "rejeté", "rejetée", "invalide", "adresse invalide", "injoignable", "nettoyé", "nettoyée",
            "rebotado", "rebotada", "rebote", "rebote duro", "inválido", "inválida", "dirección no válida", "no entregable",
            "inalcanzable", "limpiado",
        ]),
        (MailStatus.Blocked,
        [
            "blocked", "asked", "blocklisted", "blacklisted", "blocklist", "blacklist", "banned", "do not contact", "do not email",
            "do not mail", "dnc",
            "unsubscribed from all", "unsubscribed from all email", "bloqué", "bloquée", "liste noire", "sur liste noire",
            "ne pas contacter",
            "bloqueado", "bloqueada", "lista negra", "en lista negra", "no contactar", "no enviar",
        ]),
        (MailStatus.Complained,
        [
            "complained", "complaint", "spam", "marked as spam", "reported as spam", "spam complaint", "spam report", "abuse", "junk",
            "plainte", "signalé comme spam", "indésirable", "queja", "denuncia", "marcado como spam", "denunciado como spam",
        ]),
    ];

    /// <summary>Answers that mean yes.</summary>
    public static IReadOnlyList<string> Yes { get; } =
        ["yes", "y", "true", "t", "1", "x", "on", "checked", "oui", "o", "vrai", "sí", "s", "verdadero", "✓", "✔", "☑"];

    /// <summary>Answers that mean no.</summary>
    public static IReadOnlyList<string> No { get; } =
        [
            "no",
            "n",
            "false",
            "f",
            "0",
            "off",
            "unchecked",
            "none",
            "never",
            "null",
            "non",
            "faux",
            "jamais",
            "falso",
            "ninguno",
            "nunca",
            "n/a",
            "-",
            "–",
            "—",
            "☐"
        ];

    private static readonly Dictionary<string, MailStatus> Statuses = Table
        .SelectMany(entry => entry.Words.Select(word => (Word: Folding.Fold(word), entry.Status)))
        .DistinctBy(entry => entry.Word)
        .ToDictionary(entry => entry.Word, entry => entry.Status);

    private static readonly HashSet<string> Yeses = [.. Yes.Select(Key)];
    private static readonly HashSet<string> Noes = [.. No.Select(Key)];

    /// <summary>The meaning of a word in a column of states; null when the word is not known.</summary>
    public static MailStatus? Find(string word) => Statuses.TryGetValue(Folding.Fold(word), out var status) ? status : null;

    /// <summary>Whether the word can hardly mean anything but that an address must not be mailed.</summary>
    public static bool IsRefusal(string word) =>
        word.Length > 0
            && Find(word) is >= MailStatus.Unsubscribed
            && Folding.Fold(word) is not ("left" or "removed" or "deleted" or "ended" or "manual" or "asked");

    /// <summary>Reads a cell: whether it states anything, and the status; null where that is not understood.</summary>
    /// <param name="kind">Kind of the column: null for one of states, else the status that it asks for.</param>
    /// <param name="cell">The cell, trimmed.</param>
    public static (bool Says, MailStatus? Status) Read(string? kind, string cell)
    {
        if (kind is null) return (cell.Length > 0, Find(cell));
        var isReason = kind.EndsWith(WhenFilled, StringComparison.Ordinal);
        var asked = Enum.Parse<MailStatus>(isReason ? kind[..^WhenFilled.Length] : kind, ignoreCase: true);
        // An empty answer to "opted in?" is neither a yes nor a no.
        if (cell.Length == 0) return (asked == MailStatus.Subscribed, null);
        if (Noes.Contains(Key(cell))) return (asked == MailStatus.Subscribed, MailStatus.Unsubscribed);
        if (isReason) return (true, Find(cell) is { } stronger && stronger > asked ? stronger : asked);
        if (Find(cell) is { } status) return (true, status);
        return (true, Yeses.Contains(Key(cell)) || IsTime(cell) ? asked : null);
    }

    /// <summary>Whether there is such a kind of column.</summary>
    public static bool IsKind(string kind) =>
        Enum.TryParse<MailStatus>(
            kind.EndsWith(WhenFilled, StringComparison.Ordinal) ? kind[..^WhenFilled.Length] : kind, ignoreCase: true, out var status)
        && Flags.Contains(status);

    private static bool IsTime(string cell) =>
        cell.Length >= 8
            && char.IsDigit(cell[0])
            && DateTimeOffset.TryParse(cell, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);

    /// <summary>The sign itself where nothing is left of it without punctuation.</summary>
    private static string Key(string text) => Folding.Fold(text) is { Length: > 0 } folded ? folded : text;
}
