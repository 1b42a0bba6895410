using Distribution.Audiences.MediaLists;
using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Records;
using Distribution.Dispatches.Resolutions;
using Distribution.Mail.Outcomes;

namespace Distribution.Web.Console.Dispatches;

/// <summary>How far a dispatch is.</summary>
public sealed record DispatchContent
{
    public required Dispatch Dispatch { get; init; }

    public required DispatchTotals Totals { get; init; }

    /// <summary>Null unless it is being sent.</summary>
    public DispatchForecast? Forecast { get; init; }

    /// <summary>Held recipients that a user has resolved, by resolution.</summary>
    public required IReadOnlyDictionary<Resolution, int> Resolved { get; init; }

    /// <summary>The media lists by id.</summary>
    public required IReadOnlyDictionary<string, MediaList> Lists { get; init; }

    /// <summary>How many recipients have their outcome.</summary>
    public int Done => Totals.Outcomes.Where(count => new Outcome { State = count.Key }.IsFinal).Sum(count => count.Value);

    /// <summary>Held recipients that nobody has resolved.</summary>
    public int Unresolved => Math.Max(0, Totals.Outcomes.GetValueOrDefault(OutcomeState.Held) - Resolved.Values.Sum());

    public string NameOf(string list, string language) => Lists.TryGetValue(list, out var found) ? found.Names.In(language) : list;
}
