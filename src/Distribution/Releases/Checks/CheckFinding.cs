using System.Globalization;
using Distribution.Platform.Languages;

namespace Distribution.Releases.Checks;

/// <summary>Something to look at before a release is sent.</summary>
/// <param name="Id">The check; one of <see cref="CheckIds"/>, which never change.</param>
/// <param name="Severity">Whether it blocks or needs an acknowledgement.</param>
/// <param name="Where">Field of the release, such as <c>translations.fr.body</c>; empty where it is about the whole.</param>
/// <param name="Values">The values in its message, by place.</param>
public sealed record CheckFinding(string Id, CheckSeverity Severity, string Where, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>The value by which an approver acknowledges a warning: the id, and the place.</summary>
    public string Acknowledgement => Where.Length == 0 ? Id : $"{Id}:{Where}";

    /// <summary>
    /// Whether an approver may say that it is meant so. An error of which that is true asks for its own <see cref="Acknowledgement"/>: the
    /// id alone does not do.
    /// </summary>
    public bool MayBeAcknowledged { get; private init; } = Severity == CheckSeverity.Warning;

    /// <summary>The time or day that its message names, in the words of each language.</summary>
    public Names Time { get; init; } = Names.None;

    /// <summary>The cause, where its message names one, in the words of each language.</summary>
    public Names Reason { get; init; } = Names.None;

    /// <summary>The finding in the words of a language.</summary>
    public string Message(string language) =>
        CheckPhrases.Book.In(language).With(
            Id, [.. Values.Select(value => (value.Key, value.Value)), ("time", Time.In(language)), ("reason", Reason.In(language))]);

    internal static CheckFinding Error(string id, string where, params (string Place, object Value)[] values) =>
        From(id, CheckSeverity.Error, where, values);

    /// <summary>An error that an approver may still answer for, place by place.</summary>
    internal static CheckFinding Grave(string id, string where, params (string Place, object Value)[] values) =>
        From(id, CheckSeverity.Error, where, values) with { MayBeAcknowledged = true };

    internal static CheckFinding Warning(string id, string where, params (string Place, object Value)[] values) =>
        From(id, CheckSeverity.Warning, where, values);

    private static CheckFinding From(string id, CheckSeverity severity, string where, (string Place, object Value)[] values) =>
        new(
            id,
            severity,
            where,
            values.ToDictionary(value => value.Place, value => Convert.ToString(value.Value, CultureInfo.InvariantCulture)!));
}

public enum CheckSeverity
{
    /// <summary>The release cannot be sent so.</summary>
    Error,

    /// <summary>Somebody has to say that it is meant so.</summary>
    Warning,
}
