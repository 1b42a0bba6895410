using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Files;

namespace Distribution.Audiences.Imports;

/// <summary>Which rows of a part put their contact on a list, and which take them off; pure.</summary>
/// <param name="import">The import.</param>
/// <param name="surroundings">The media lists, outlets and suppressions when the run began.</param>
/// <param name="rows">The rows of the part by number.</param>
internal sealed class SubscriptionRule(Import import, ImportSurroundings surroundings, IReadOnlyDictionary<int, StagedRow> rows)
{
    private const string Field = "lists";

    private readonly HashSet<string> named = [.. import.Settings!.Lists];

    /// <summary>The lists of the import, and those that there are and that a row says its contact has left.</summary>
    public IEnumerable<string> Lists => named.Union(rows.Values
        .SelectMany(row => row.Subscriptions)
        .Where(subscription => subscription.Status >= MailStatus.Unsubscribed && surroundings.Lists.Contains(subscription.List))
        .Select(subscription => subscription.List));

    /// <param name="decision">The decision for the row so far.</param>
    /// <param name="list">Id of the list.</param>
    /// <param name="state">State of the contact's subscription to the list; null without one.</param>
    public RowDecision Decide(RowDecision decision, string list, SubscriptionState? state)
    {
        var row = rows[decision.Result.Row];
        var stated = row.Subscriptions.FirstOrDefault(subscription => subscription.List == list)?.Status;
        var hasLeft = stated >= MailStatus.Unsubscribed || (named.Contains(list) && decision.OptOut?.Kind == MailStatus.Unsubscribed);
        if (hasLeft && state != SubscriptionState.Ended) return Left(decision, list, state, stated);
        if (!named.Contains(list)) return decision;
        if (state is { } there) return Stays(decision, list, there);
        return WhyNot(decision, row, list, stated) is { } why
            ? decision.With(Field, $"is not put on {list}: {why}.")
            : decision with { Result = decision.Result with { Lists = [.. decision.Result.Lists, list] } };
    }

    private RowDecision Left(RowDecision decision, string list, SubscriptionState? state, MailStatus? stated)
    {
        // Only the operator's own lists: somebody else's subscribers are not theirs to end.
        if (state is not null && !named.Contains(list)) return decision;
        var words = stated >= MailStatus.Unsubscribed
            ? "the file says that they have left it"
            : $"{decision.OptOut!.Words} says that they have unsubscribed";
        var ended = decision.With(Field, state is null ? $"is not put on {list}: {words}." : $"is taken off {list}: {words}.");
        return ended with { Result = ended.Result with { Ended = [.. ended.Result.Ended, list] } };
    }

    private static RowDecision Stays(RowDecision decision, string list, SubscriptionState state) => state switch
    {
        SubscriptionState.Ended =>
            decision.With(Field, $"has unsubscribed from {list}. They can be added again only by subscribing themselves."),
        SubscriptionState.Pending => decision.With(Field, $"has not confirmed {list} yet, and an import does not do it for them."),
        _ => decision,
    };

    private string? WhyNot(RowDecision decision, StagedRow row, string list, MailStatus? stated)
    {
        if (decision.OptOut is { } optOut) return $"{optOut.Words} says {Word(optOut.Kind)}";
        if (row.Undecided is [var unknown, ..]) return $"it is not said what \"{unknown.Value}\" in {unknown.Column} means";
        if (stated == MailStatus.Unconfirmed) return "the file says that they have not confirmed it";
        if (stated is null && import.StatedLists.Contains(list)) return "the file says who is on it, and does not name them";
        return surroundings.Suppressed.Contains(decision.Contact!.Address) ? "the address is suppressed" : null;
    }

    private static string Word(MailStatus status) => status.ToString().ToLowerInvariant();
}
