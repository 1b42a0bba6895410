using Distribution.Platform.Languages;

namespace Distribution.Web.Platform.Pages;

/// <summary>Which fields of a form are not right, in words and as attributes for programs that read pages aloud.</summary>
/// <param name="errors">Messages by field; null for none.</param>
/// <param name="words">Sentences of the page: <c>error_</c> and the field, where there is one in its language.</param>
public sealed class InvalidFields(IDictionary<string, string[]>? errors, Phrases words)
{
    private readonly Dictionary<string, string> messages = (errors ?? new Dictionary<string, string[]>())
        .GroupBy(error => error.Key.Split('.')[0]).ToDictionary(group => group.Key, group => group.First().Value[0]);

    public bool Any => messages.Count > 0;

    internal Phrases Words => words;

    /// <summary>The wrong fields in the order of the page.</summary>
    public IEnumerable<string> InOrder(IReadOnlyList<string> order) =>
        messages.Keys.OrderBy(field => order.Contains(field) ? order.ToList().IndexOf(field) : int.MaxValue);

    /// <summary>For <c>aria-invalid</c>.</summary>
    public string? Mark(string field) => Has(field) ? "true" : null;

    /// <summary>For <c>aria-describedby</c>: what is wrong, and the hint of the field if it has one.</summary>
    public string? Describe(string field, string? hint = null) => Has(field) ? $"{IdOf(field)} {hint}".Trim() : hint;

    /// <summary>The message's id in the page.</summary>
    public static string IdOf(string field) => $"{field}-error";

    public bool Has(string field) => messages.ContainsKey(field);

    /// <summary>The message, and its language where that is not the page's.</summary>
    public (string Text, string? Language) Say(string field) =>
        words.Texts.TryGetValue($"error_{field}", out var text) ? (text, null) : (messages[field], "en");
}
