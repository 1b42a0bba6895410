using Distribution.Platform.Languages;

namespace Distribution.Releases.Checks;

/// <summary>Why a link does not answer as it should.</summary>
/// <param name="Id">Its sentence is <c>link-dead.{Id}</c>.</param>
/// <param name="Value">The value in that sentence, if it has one.</param>
public sealed record LinkFault(string Id, string Value = "")
{
    public static readonly LinkFault NoAnswer = new("no-answer");
    public static readonly LinkFault NoConnection = new("no-connection");
    public static readonly LinkFault NoHost = new("no-host");
    public static readonly LinkFault Circle = new("circle");

    /// <summary>The server answers with an error.</summary>
    public static LinkFault Status(int status) => new("status", $"{status}");

    /// <summary>It leads on to something that is no web address.</summary>
    public static LinkFault Scheme(string scheme) => new("scheme", $"{scheme}:");

    /// <summary>The cause, in the words of each language.</summary>
    public Names Words => new(
        CheckPhrases.Book.All.Select(
            phrases => KeyValuePair.Create(phrases.Language, phrases.With($"{CheckIds.LinkDead}.{Id}", ("value", Value)))));
}
