using System.Diagnostics;
using Distribution.Audiences.Merging;
using Distribution.Contacts.Contacts;
using Distribution.Publisher.Users;
using Distribution.Web.Contacts.Contacts;
using Distribution.Web.Platform.Idempotency;
using Distribution.Web.Platform.Problems;
using Distribution.Web.Platform.Resources;
using Distribution.Web.Publisher.Users;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Audiences.Merging;

internal static class MergeEndpoints
{
    public static void MapMerges(this IEndpointRouteBuilder routes)
    {
        var contacts = routes.MapGroup("/api/contacts").WithTags("Merges");
        contacts.MapPost("/{id:id}/merge", Merge).WithName("MergeContacts").RequireRole(Role.Author).CreatesOnce();
        contacts.MapGet("/{id:id}/merges", List).WithName("ListMerges").RequireRole(Role.Viewer);
        contacts.MapPost("/merges/{id:id}/undo", Undo).WithName("UndoMerge").RequireRole(Role.Author);
    }

    /// <summary>Merges another contact into this one, which stays. Whatever leads to the other leads here, and it can be undone for 30 days.</summary>
    internal static async Task<Results<Ok<MergeView>, MissingProblem, ConflictProblem, InvalidProblem>> Merge(
        string id, MergeRequest request, CurrentUser user, MergeContacts mergeContacts, CancellationToken cancellationToken) =>
        await mergeContacts.RunAsync(id, request.Other, request.Silent, user.Actor, cancellationToken) switch
        {
            MergeContactsResult.Merged { Merge: var merge, Suppressed: var suppressed } => TypedResults.Ok(MergeView.From(merge.Value, suppressed)),
            MergeContactsResult.Missing => new MissingProblem(),
            MergeContactsResult.IsAlias { Kept: var kept } => MissingContact.Alias(kept),
            MergeContactsResult.Silent { Why: var why } =>
                new ConflictProblem(ProblemTypes.Silent, $"{why} Merge the other way round, or say \"silent\": true if that is meant."),
            MergeContactsResult.Busy => Busy(),
            MergeContactsResult.Invalid { Errors: var errors } => new InvalidProblem(errors),
            _ => throw new UnreachableException(),
        };

    /// <summary>Lists what was merged into a contact, newest first, undone merges too.</summary>
    internal static async Task<Results<Listing<MergeView>, UnreadableProblem, MissingProblem>> List(
        string id, [AsParameters] ListQuery query, ContactStore contacts, MergeStore merges, CancellationToken cancellationToken)
    {
        if (query.Problem() is { } problem) return problem;
        var found = await merges.IntoAsync(id, cancellationToken);
        // A merge outlives the contact, which may have been merged itself.
        if (found.Count == 0 && await contacts.FindAsync(id, cancellationToken) is null) return await MissingContact.ReadAsync(id, contacts, cancellationToken);
        return new Listing<MergeView>(query.PartOf([.. found.Select(merge => MergeView.From(merge.Value))], merge => merge.Id));
    }

    /// <summary>
    /// Undoes a merge, the last one of a contact first, within 30 days. A list that either has unsubscribed from since stays ended.
    /// </summary>
    internal static async Task<Results<Ok<MergeView>, MissingProblem, ConflictProblem>> Undo(
        string id, CurrentUser user, UndoMerge undoMerge, CancellationToken cancellationToken) =>
        await undoMerge.RunAsync(id, user.Actor, cancellationToken) switch
        {
            UndoMergeResult.Undone { Merge: var merge } => TypedResults.Ok(MergeView.From(merge.Value)),
            UndoMergeResult.Missing => new MissingProblem(),
            UndoMergeResult.TooLate => new ConflictProblem(
                ProblemTypes.WrongState, "The merge is more than 30 days old, and what is needed to undo it is no longer kept."),
            UndoMergeResult.Removed => new ConflictProblem(
                ProblemTypes.WrongState, "The contact has been removed since, and what was known of the person with it."),
            UndoMergeResult.NotTheLast { Later: var later } =>
                new ConflictProblem(ProblemTypes.WrongState, $"A later merge with the same contact must be undone first: {later}.")
                {
                    Location = $"/api/contacts/merges/{later}/undo",
                },
            UndoMergeResult.Busy => Busy(),
            _ => throw new UnreachableException(),
        };

    private static ConflictProblem Busy() => new(ProblemTypes.Conflict, "Another merge with one of the two is under way. Try again in a minute.");
}

/// <summary>Which contact is the same person.</summary>
internal sealed record MergeRequest
{
    /// <summary>Id of the contact that becomes an alias of the one in the address.</summary>
    public required string Other { get; init; }

    /// <summary>Whether it is meant that the person gets nothing any more, where the contact that stays is archived or its address suppressed.</summary>
    public bool Silent { get; init; }
}
