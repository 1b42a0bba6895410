using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Records;
using Distribution.Mail.Outcomes;
using Distribution.Releases.Drafts;
using Distribution.Web.Console.Releases;
using Distribution.Web.Console.Shell;

namespace Distribution.Web.Console.Today;

/// <summary>Reads the first page of a user.</summary>
internal sealed class ReadToday(ListReleases listReleases, ListDispatches listDispatches, CountOutcomes countOutcomes)
{
    private const int Most = 20;

    private static readonly DispatchState[] UnderWay =
        [DispatchState.Planning, DispatchState.Sending, DispatchState.Stopped, DispatchState.Paused];

    public async Task<TodayContent> RunAsync(ConsoleVisit visit, CancellationToken cancellationToken)
    {
        var open = await ListAsync(
            new()
            {
                States = [ReleaseState.Draft, ReleaseState.Returned, ReleaseState.Submitted, ReleaseState.Approved, ReleaseState.Scheduled],
            },
            cancellationToken);
        var released = await ListAsync(new() { States = [ReleaseState.Released, ReleaseState.Dispatching] }, cancellationToken);
        var sending = await listDispatches.RunAsync(UnderWay, null, Most, null, cancellationToken);
        List<TodayDispatch> dispatches = [];
        foreach (var dispatch in sending.Items.Select(row => row.Value))
            dispatches.Add(new(dispatch, await countOutcomes.RunAsync(dispatch, cancellationToken)));
        return new()
        {
            ToApprove = [.. open.Where(entry => ReleaseStages.WaitsFor(visit, entry))],
            Returned = [.. open.Where(entry => entry.State == ReleaseState.Returned && IsOf(visit, entry))],
            Drafts = [.. open.Where(entry => entry.State == ReleaseState.Draft && IsOf(visit, entry))],
            Unscheduled = [.. open.Where(entry => entry.State == ReleaseState.Approved)],
            Next = [.. open.Where(entry => entry.State == ReleaseState.Scheduled).OrderBy(entry => entry.SendAt)],
            Released = released,
            Dispatches = dispatches,
            Headlines = open.Concat(released).ToDictionary(entry => entry.Id),
        };
    }

    private static bool IsOf(ConsoleVisit visit, ReleaseEntry entry) => entry.CreatedBy == visit.User.Id || entry.EditedBy == visit.User.Id;

    private async Task<IReadOnlyList<ReleaseEntry>> ListAsync(ReleaseFilter filter, CancellationToken cancellationToken) =>
        (await listReleases.RunAsync(filter, _ => true, Most, null, cancellationToken)).Items;
}

/// <summary>The first page of a user.</summary>
public sealed record TodayContent
{
    /// <summary>Releases that wait for this user's approval.</summary>
    public required IReadOnlyList<ReleaseEntry> ToApprove { get; init; }

    /// <summary>Releases of this user that an approver gave back.</summary>
    public required IReadOnlyList<ReleaseEntry> Returned { get; init; }

    /// <summary>Drafts of this user.</summary>
    public required IReadOnlyList<ReleaseEntry> Drafts { get; init; }

    /// <summary>Releases that are approved and have no time, or whose time has passed.</summary>
    public required IReadOnlyList<ReleaseEntry> Unscheduled { get; init; }

    /// <summary>Scheduled releases, the next first.</summary>
    public required IReadOnlyList<ReleaseEntry> Next { get; init; }

    /// <summary>Releases that went out lately.</summary>
    public required IReadOnlyList<ReleaseEntry> Released { get; init; }

    /// <summary>Dispatches that are not finished.</summary>
    public required IReadOnlyList<TodayDispatch> Dispatches { get; init; }

    /// <summary>The releases of the page by id.</summary>
    public required IReadOnlyDictionary<string, ReleaseEntry> Headlines { get; init; }
}

/// <summary>A dispatch that is not finished, with its recipients by outcome.</summary>
public sealed record TodayDispatch(Dispatch Dispatch, IReadOnlyDictionary<OutcomeState, int> Outcomes)
{
    /// <summary>How many recipients have their outcome.</summary>
    public int Done => Outcomes.Where(outcome => (Outcome.Planned with { State = outcome.Key }).IsFinal).Sum(outcome => outcome.Value);
}
