using System.Diagnostics;
using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Records;
using Distribution.Dispatches.Steering;
using Distribution.Publisher.Users;
using Distribution.Releases.Drafts;
using Distribution.Web.Dispatches.Ledger;
using Distribution.Web.Platform.Problems;
using Distribution.Web.Publisher.Users;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Distribution.Web.Dispatches.Steering;

/// <summary>The common part of the routes that pause, resume and cancel: permission and answers.</summary>
internal sealed record SteeringRequest(CurrentUser User, DispatchStore Dispatches, ReleaseStore Releases, CountOutcomes CountOutcomes)
{
    public async Task<Results<Ok<DispatchView>, MissingProblem, ForbiddenProblem, ConflictProblem>> RunAsync(
        string id, Role role, Func<string, CancellationToken, Task<ChangeDispatchResult>> change, CancellationToken cancellationToken)
    {
        if (await Dispatches.FindAsync(id, cancellationToken) is not { } dispatch) return new MissingProblem();
        var release = await Releases.FindMainAsync(dispatch.Value.Release, cancellationToken);
        if (User.Refusal(release?.Value.Office, role) is { } refusal) return refusal;
        return await change(id, cancellationToken) switch
        {
            ChangeDispatchResult.Done { Dispatch.Value: var changed } =>
                TypedResults.Ok(DispatchView.From(changed, await CountOutcomes.RunAsync(changed, cancellationToken))),
            ChangeDispatchResult.Refused { State: var state } =>
                new ConflictProblem(ProblemTypes.WrongState, $"The dispatch is {state.ToString().ToLowerInvariant()}."),
            ChangeDispatchResult.Missing => new MissingProblem(),
            _ => throw new UnreachableException(),
        };
    }
}
