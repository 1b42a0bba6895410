using System.Globalization;
using Distribution.Releases.Times;
using Microsoft.Extensions.Primitives;

namespace Distribution.Web.Console.Send;

/// <summary>The fields about sending a release, as they were typed.</summary>
public sealed record SendForm
{
    public const string Proposed = "proposed";
    public const string Now = "now";
    public const string At = "at";
    public const string Hold = "hold";

    /// <summary>The version of the release that they saw.</summary>
    public int Version { get; init; }

    /// <summary>One of the words above; empty where nothing is chosen.</summary>
    public string When { get; init; } = "";

    /// <summary>Day by the office's calendar, such as <c>2027-03-26</c>.</summary>
    public string Date { get; init; } = "";

    /// <summary>Time by the office's clock, such as <c>09:00</c>.</summary>
    public string Time { get; init; } = "";

    /// <summary>Which of two is meant where the clock shows the time twice.</summary>
    public string Choice { get; init; } = "";

    /// <summary>Findings of the checks that are meant so.</summary>
    public IReadOnlyList<string> Acknowledgements { get; init; } = [];

    public string Note { get; init; } = "";

    /// <param name="field">The values of a field of a form, or of an address.</param>
    public static SendForm From(Func<string, StringValues> field) => new()
    {
        Version = int.TryParse(field("version").ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0,
        When = field("when").ToString(),
        Date = field("date").ToString(),
        Time = field("time").ToString(),
        Choice = field("choice").ToString(),
        Acknowledgements = [.. field("acknowledge").OfType<string>()],
        Note = field("note").ToString(),
    };

    /// <summary>The local time as typed; null unless one is asked for.</summary>
    public SendTimeInput? LocalAt(string office) => When == At
        ? new() { Local = $"{Date}T{Time}", Office = office, Choice = Choice.Length > 0 ? Choice : null }
        : null;

    /// <summary>The fields by which the same is sent once more.</summary>
    public IEnumerable<KeyValuePair<string, string>> Fields()
    {
        yield return new("version", Version.ToString(CultureInfo.InvariantCulture));
        yield return new("when", When);
        if (When == At)
        {
            yield return new("date", Date);
            yield return new("time", Time);
            if (Choice.Length > 0) yield return new("choice", Choice);
        }

        foreach (var acknowledgement in Acknowledgements) yield return new("acknowledge", acknowledgement);
    }
}
