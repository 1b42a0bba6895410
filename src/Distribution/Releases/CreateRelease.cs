using Distribution.Security;
using Distribution.Storage;
using Distribution.Validation;

namespace Distribution.Releases;

/// <summary>
/// Makes a draft. Its id follows from its source or from the request's idempotency key, so that a repeat finds what the first made.
/// The row in the order of creation comes first; it counts for nothing until the release is there.
/// </summary>
public sealed class CreateRelease(CheckRelease checkRelease, ReleaseStore releases, ReleaseTimeStore times, TimeProvider clock)
{
    /// <param name="input">The release.</param>
    /// <param name="person">Id of who makes it.</param>
    /// <param name="idempotencyKey">The request's, if it has one.</param>
    /// <param name="cancellationToken">Ends it between two writes.</param>
    public async Task<CreateReleaseResult> RunAsync(
        ReleaseInput input, string person, string? idempotencyKey, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var (draft, texts) = await checkRelease.RunAsync(input, errors, cancellationToken);
        if (errors.Any) return new CreateReleaseResult.Invalid(errors);

        var release = draft with { Id = Id(draft.Source, person, idempotencyKey), CreatedBy = person, CreatedAt = clock.GetUtcNow() };
        if (await releases.FindAsync(release.Id, cancellationToken) is { } found) return Repeated(found);
        await times.AddCreatedAsync(release.Id, release.CreatedAt, cancellationToken);
        var written = await releases.AddAsync(release, texts, cancellationToken);
        return await releases.FindAsync(release.Id, cancellationToken) switch
        {
            null => throw new InvalidOperationException($"Release {release.Id} went away while it was made."),
            var document when written is WriteResult.Done => new CreateReleaseResult.Created(document),
            var document => Repeated(document),
        };
    }

    private static CreateReleaseResult Repeated(ReleaseDocument found) =>
        found.Release.Source is null ? new CreateReleaseResult.Created(found) : new CreateReleaseResult.Known(found.Release.Id);

    private static string Id(ReleaseSource? source, string person, string? idempotencyKey) => (source, idempotencyKey) switch
    {
        ({ } known, _) => NewId.From("source", known.System, known.Id),
        (null, { } key) => NewId.From("key", person, key),
        _ => NewId.Random(),
    };
}
