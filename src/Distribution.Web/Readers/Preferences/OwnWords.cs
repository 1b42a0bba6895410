using Distribution.Audiences.Subscriptions;
using Distribution.Platform.Audit;
using Distribution.Platform.Languages;
using Distribution.Readers.Preferences;
using Distribution.Readers.Signups;

namespace Distribution.Web.Readers.Preferences;

/// <summary>
/// Says in the reader's language what the program has recorded in words of its own; the words of people stay as they are. Pure.
/// </summary>
internal static class OwnWords
{
    public static string Source(string source, Phrases words) => words.Texts.GetValueOrDefault($"source_{Key(source)}", source);

    public static string Basis(Consent consent, Phrases words) =>
        words.Texts.GetValueOrDefault($"basis_word_{Key(consent.Basis)}", consent.Basis);

    /// <returns>Null for the words of a person.</returns>
    public static string? Evidence(Consent consent, Phrases words)
    {
        if (consent.Evidence.StartsWith(ConfirmSignup.EvidenceStart, StringComparison.Ordinal)) return words["evidence_confirmed"];
        return consent.Evidence.StartsWith(ChangePreferences.EvidenceStart, StringComparison.Ordinal) ? words["evidence_chosen"] : null;
    }

    public static string Action(AuditEntry entry, Phrases words) =>
        words.Texts.GetValueOrDefault($"action_{Key(entry.Action)}", words["action_other"]);

    private static string Key(string recorded) => recorded.Replace('.', '_').Replace(' ', '_');
}
