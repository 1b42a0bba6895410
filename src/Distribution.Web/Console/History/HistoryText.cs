using Distribution.Platform.Audit;
using Distribution.Platform.Languages;

namespace Distribution.Web.Console.History;

/// <summary>Says in words what an entry of a release's history records. Pure.</summary>
internal static class HistoryText
{
    public static string Action(AuditEntry entry, Phrases words) =>
        words.Texts.GetValueOrDefault($"action_{entry.Action.Split('.')[^1]}") ?? words["action_other"];

    public static string Changes(AuditEntry entry, Phrases words, string language) =>
        words.With(
            "changed", ("fields", string.Join(", ", entry.Changes.Select(change => Field(change.Field, words, language)).Distinct())));

    /// <summary>A field, such as <c>translations.fr.headline</c>, in words.</summary>
    public static string Field(string field, Phrases words, string language) => field.Split('.') switch
    {
        ["translations", var tag] => words.With("field_text", ("language", LanguageTag.OwnName(tag))),
        ["translations", var tag, var part, ..] =>
            words.With("field_of_text", ("field", Name(part, words)), ("language", LanguageTag.OwnName(tag))),
        [var name, ..] => Name(name, words),
        _ => field,
    };

    private static string Name(string name, Phrases words) => words.Texts.GetValueOrDefault($"field_{name}") ?? words["field_other"];
}
