using Distribution.Releases.Drafts;
using Microsoft.AspNetCore.Http;

namespace Distribution.Web.Console.Write;

/// <summary>A text as it stands in the fields of a page.</summary>
public sealed record TextFields
{
    /// <summary>In the order of the page.</summary>
    public static readonly IReadOnlyList<string> Names = ["headline", "subheading", "dateline", "summary", "body", "ready"];

    private const string IsOn = "on";

    public string Headline { get; init; } = "";

    public string Subheading { get; init; } = "";

    public string Dateline { get; init; } = "";

    public string Summary { get; init; } = "";

    public string Body { get; init; } = "";

    /// <summary>Whether its author says that it may be approved and sent.</summary>
    public bool IsReady { get; init; }

    public static TextFields From(Translation? text) => text is null ? new() : new()
    {
        Headline = text.Headline,
        Subheading = text.Subheading ?? "",
        Dateline = text.Dateline ?? "",
        Summary = text.Summary ?? "",
        Body = text.Body,
        IsReady = text.State is TranslationState.Ready,
    };

    /// <param name="sent">The form.</param>
    /// <param name="prefix">Stands before the names of its fields.</param>
    public static TextFields From(IFormCollection sent, string prefix = "") => From(name => sent[prefix + name].ToString());

    /// <summary>
    /// The answer to a conflict: of each field that differs the author's own words or those of the other, as they have chosen.
    /// </summary>
    public static TextFields Resolved(IFormCollection sent) =>
        From(name => sent[$"{(sent[$"choice.{name}"] == "theirs" ? "theirs" : "mine")}.{name}"].ToString());

    private static TextFields From(Func<string, string> value) => new()
    {
        Headline = Line(value("headline")),
        Subheading = Line(value("subheading")),
        Dateline = Line(value("dateline")),
        Summary = Line(value("summary")),
        Body = Line(value("body")),
        IsReady = value("ready") == IsOn,
    };

    /// <summary>The field as it is sent.</summary>
    public string this[string name] => name switch
    {
        "headline" => Headline,
        "subheading" => Subheading,
        "dateline" => Dateline,
        "summary" => Summary,
        "body" => Body,
        _ => IsReady ? IsOn : "",
    };

    public IReadOnlyList<string> Differences(TextFields other) => [.. Names.Where(name => this[name].Trim() != other[name].Trim())];

    public TranslationInput ToInput() => new()
    {
        State = IsReady ? TranslationState.Ready : TranslationState.Draft,
        Headline = Headline,
        Subheading = Subheading,
        Dateline = Dateline,
        Summary = Summary,
        Body = Body,
    };

    private static string Line(string text) => text.ReplaceLineEndings("\n");
}
