using Distribution.Platform.Storage;
using Distribution.Platform.Validation;
using Distribution.Web.Platform.Audit;
using Distribution.Web.Platform.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Distribution.Web.Platform.Resources;

/// <summary>The answers of every simple resource's routes: list, read, create, replace, delete.</summary>
internal static class ResourceAnswers
{
    public static Task<Results<Listing<T>, UnreadableProblem>> ListAsync<T>(
        this ResourceStore<T> resourceStore, ListQuery query, CancellationToken cancellationToken)
        where T : class =>
        resourceStore.ListAsync(query, _ => _ => true, cancellationToken);

    /// <summary>Lists what passes a filter. All are read, a thousand with each request: an organisation has hundreds.</summary>
    public static async Task<Results<Listing<T>, UnreadableProblem>> ListAsync<T>(
        this ResourceStore<T> resourceStore, ListQuery query, Func<FieldErrors, Func<T, bool>> filter, CancellationToken cancellationToken)
        where T : class
    {
        FieldErrors errors = new();
        var passes = filter(errors);
        if (query.Problem(errors) is { } problem) return problem;
        var (page, total) = await resourceStore.PageAsync(passes, query.Count, query.Key, cancellationToken);
        return new Listing<T>(page, total);
    }

    public static async Task<Results<Found<T>, MissingProblem>> ReadAsync<T>(
        this ResourceStore<T> resourceStore, string id, CancellationToken cancellationToken)
        where T : class =>
        await resourceStore.FindAsync(id, cancellationToken) is { } found ? new Found<T>(found.Value, found.ETag) : new MissingProblem();

    public static async Task<Results<Added<T>, ForbiddenProblem, ConflictProblem, InvalidProblem>> CreateAsync<T>(
        this ResourceStore<T> resourceStore, Proposal<T> proposal, AuditTrail trail, CancellationToken cancellationToken)
        where T : class
    {
        if (proposal.Refusal(proposal.Value) is { } refusal) return refusal;
        if (proposal.Errors.Any) return new InvalidProblem(proposal.Errors);
        if (await resourceStore.AddAsync(proposal.Id, proposal.Value, cancellationToken) is not WriteResult.Done done)
            return new ConflictProblem(ProblemTypes.Exists, $"The id '{proposal.Id}' exists already.");
        await trail.CreatedAsync(proposal.Id, proposal.Value);
        return new Added<T>(proposal.Value, done.ETag, proposal.Id);
    }

    public static async Task<Results<Saved<T>, MissingProblem, ForbiddenProblem, ChangedProblem, ConflictProblem, InvalidProblem>>
        ReplaceAsync<T>(
            this ResourceStore<T> resourceStore,
            Proposal<T> proposal,
            string? ifMatch,
            AuditTrail trail,
            CancellationToken cancellationToken)
            where T : class
    {
        if (await resourceStore.FindAsync(proposal.Id, cancellationToken) is not { } found) return new MissingProblem();
        if ((proposal.Refusal(found.Value) ?? proposal.Refusal(proposal.Value)) is { } refusal) return refusal;
        if (!EntityTags.Pass(ifMatch, found.ETag)) return new ChangedProblem();
        if (proposal.Errors.Any) return new InvalidProblem(proposal.Errors);
        var written = await resourceStore.ReplaceAsync(found, proposal.Value, cancellationToken);
        if (written is WriteResult.Done) await trail.ReplacedAsync(proposal.Id, found.Value, proposal.Value);
        return written switch
        {
            WriteResult.Done done => new Saved<T>(proposal.Value, done.ETag),
            WriteResult.Missing => new MissingProblem(),
            _ when ifMatch is not null => new ChangedProblem(),
            _ => new ConflictProblem(ProblemTypes.Conflict),
        };
    }

    /// <param name="refuse">Why the caller may not delete the thing, if so.</param>
    /// <param name="use">Says what the thing is needed for, or null when it may go.</param>
    public static async Task<Results<NoContent, MissingProblem, ForbiddenProblem, ChangedProblem, ConflictProblem>> DeleteAsync<T>(
        this ResourceStore<T> resourceStore,
        string id,
        string? ifMatch,
        Func<T, ForbiddenProblem?> refuse,
        Func<Task<string?>> use,
        AuditTrail trail,
        CancellationToken cancellationToken)
        where T : class
    {
        if (await resourceStore.FindAsync(id, cancellationToken) is not { } found) return new MissingProblem();
        if (refuse(found.Value) is { } refusal) return refusal;
        if (!EntityTags.Pass(ifMatch, found.ETag)) return new ChangedProblem();
        if (await use() is { } reason) return new ConflictProblem(ProblemTypes.InUse, reason);
        var written = await resourceStore.DeleteAsync(found, cancellationToken);
        if (written is WriteResult.Done) await trail.DeletedAsync<T>(id);
        return written switch
        {
            WriteResult.Done => TypedResults.NoContent(),
            WriteResult.Missing => new MissingProblem(),
            _ when ifMatch is not null => new ChangedProblem(),
            _ => new ConflictProblem(ProblemTypes.Conflict),
        };
    }
}
