using System.ComponentModel;
using System.Diagnostics;
using Distribution.Audiences.Suppressions;
using Distribution.Platform.Addresses;
using Distribution.Platform.Storage;
using Distribution.Platform.Validation;
using Distribution.Publisher.Users;
using Distribution.Web.Platform.Audit;
using Distribution.Web.Platform.Hosting;
using Distribution.Web.Platform.Idempotency;
using Distribution.Web.Platform.Problems;
using Distribution.Web.Platform.Resources;
using Distribution.Web.Publisher.Users;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Audiences.Suppressions;

internal static class SuppressionEndpoints
{
    /// <summary>The limit of the caller's evidence; the column and value of each row are added to it.</summary>
    private const int LongestEvidence = 500;

    private static readonly SuppressionReason[] Reasons =
        [SuppressionReason.Asked, SuppressionReason.Refused, SuppressionReason.Complained, SuppressionReason.Manual];

    public static void MapSuppressions(this IEndpointRouteBuilder routes)
    {
        var suppressions = routes.MapGroup("/api/suppressions").WithTags("Suppressions");
        suppressions.MapGet("/", List).WithName("ListSuppressions").RequireRole(Role.Viewer);
        suppressions.MapGet("/{id:id}", Read).WithName("ReadSuppression").RequireRole(Role.Viewer);
        suppressions.MapPost("/", Create).WithName("CreateSuppression").RequireRole(Role.Author).CreatesOnce();
        suppressions.MapPost("/import", Import).WithName("ImportSuppressions").RequireRole(Role.Author).TakesFile(SuppressFile.MostBytes);
        suppressions.MapPost("/search", Search).WithName("SearchSuppression").RequireRole(Role.Viewer);
        suppressions.MapDelete("/{id:id}", Lift).WithName("LiftSuppression").RequireRole(Role.Author);
    }

    /// <summary>Lists suppressions by id.</summary>
    internal static Task<Results<Listing<Suppression>, UnreadableProblem>> List(
        [AsParameters] ListQuery query, SuppressionStore suppressions, CancellationToken cancellationToken) =>
        suppressions.ListAsync(query, cancellationToken);

    /// <summary>Reads a suppression.</summary>
    internal static Task<Results<Found<Suppression>, MissingProblem>> Read(
        string id, SuppressionStore suppressions, CancellationToken cancellationToken) =>
        suppressions.ReadAsync(id, cancellationToken);

    /// <summary>Suppresses an address: no mail goes to it any more. The address itself is not kept.</summary>
    internal static async Task<Results<Added<Suppression>, ConflictProblem, InvalidProblem>> Create(
        SuppressionInput request, AddSuppression addSuppression, AuditTrail trail, CancellationToken cancellationToken)
    {
        var result = await addSuppression.RunAsync(request, cancellationToken);
        if (result is AddSuppressionResult.Added { Suppression.Value: var made }) await trail.CreatedAsync(made.Id, made);
        return result switch
        {
            AddSuppressionResult.Added { Suppression: var added } => new Added<Suppression>(added.Value, added.ETag, added.Value.Id),
            AddSuppressionResult.Known known => new ConflictProblem(ProblemTypes.Exists, "The address is suppressed already.")
            {
                Location = $"/api/suppressions/{known.Id}",
            },
            AddSuppressionResult.Invalid invalid => new InvalidProblem(invalid.Errors),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>
    /// Suppresses the addresses of a file, CSV, TSV or vCards of at most 5,000 rows and 2 MB, as the body. A column of states or reasons
    /// says why, in the words of other tools too; `reason` holds for rows that do not. No contact is added, and sending it again changes
    /// nothing.
    /// </summary>
    internal static async Task<Results<Ok<SuppressedFile>, InvalidProblem>> Import(
        HttpRequest request,
        CurrentUser user,
        SuppressFile suppressFile,
        [Description("The file's name; it stands in the evidence.")] string? fileName,
        [Description("The reason for rows that state none: `asked`, `refused`, `complained` or `manual`.")] string? reason,
        [Description("The evidence, in words; the file's name and row when left out.")] string? evidence,
        CancellationToken cancellationToken)
    {
        FieldErrors errors = new();
        if (evidence is not null) errors.Text("evidence", evidence, LongestEvidence);
        var usual = ReasonOf(reason, errors);
        if (errors.Any) return new InvalidProblem(errors);
        var uploaded = await UploadedFile.OpenAsync(request, cancellationToken);
        using MemoryStream file = new();
        await uploaded.Content.CopyToAsync(file, cancellationToken);
        file.Position = 0;
        switch (await suppressFile.RunAsync(file, fileName ?? uploaded.Name, usual, evidence, user.Actor, cancellationToken))
        {
            case SuppressFileResult.Done { File: var done }:
                return TypedResults.Ok(done);
            case SuppressFileResult.Unreadable { Message: var message }:
                errors.Add("file", message);
                return new InvalidProblem(errors);
            default:
                throw new UnreachableException();
        }
    }

    private static SuppressionReason? ReasonOf(string? text, FieldErrors errors)
    {
        if (text is null) return null;
        var found = Reasons.Where(reason => reason.ToString().Equals(text, StringComparison.OrdinalIgnoreCase)).ToList();
        errors.Require(found.Count == 1, "reason", "is one of: asked, refused, complained, manual.");
        return found.Count == 1 ? found[0] : null;
    }

    /// <summary>Finds the suppression of an address.</summary>
    internal static async Task<Results<Found<Suppression>, MissingProblem, InvalidProblem>> Search(
        SuppressedAddress request, FindSuppression findSuppression, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        errors.Address("address", request.Address);
        if (MailAddress.Parse(request.Address) is not { } address) return new InvalidProblem(errors);
        return await findSuppression.RunAsync(address, cancellationToken) is { } found
            ? new Found<Suppression>(found.Value, found.ETag)
            : new MissingProblem("The address is not suppressed.");
    }

    /// <summary>Lifts a suppression: the address may be mailed again, and refusals from before are forgotten.</summary>
    internal static async Task<Results<NoContent, MissingProblem, ChangedProblem, ConflictProblem>> Lift(
        string id,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        SuppressionStore suppressions,
        LiftSuppression liftSuppression,
        AuditTrail trail,
        CancellationToken cancellationToken)
    {
        if (await suppressions.FindAsync(id, cancellationToken) is not { } found) return new MissingProblem();
        if (!EntityTags.Pass(ifMatch, found.ETag))
            return new ChangedProblem { Members = await trail.LastChangeAsync<Suppression>(id, found.ETag, cancellationToken) };
        var lifted = await liftSuppression.RunAsync(found, cancellationToken);
        if (lifted is WriteResult.Done) await trail.DeletedAsync<Suppression>(id);
        return lifted switch
        {
            WriteResult.Done => TypedResults.NoContent(),
            WriteResult.Missing => new MissingProblem(),
            _ when ifMatch is not null => new ChangedProblem { Members = await LastChangeAsync() },
            _ => new ConflictProblem(ProblemTypes.Conflict) { Members = await LastChangeAsync() },
        };

        async Task<IReadOnlyDictionary<string, object?>> LastChangeAsync() =>
            await trail.LastChangeAsync<Suppression>(id, (await suppressions.FindAsync(id, cancellationToken))?.ETag, cancellationToken);
    }
}

/// <summary>An address that is looked for. It comes in a body, since addresses of requests are logged.</summary>
internal sealed record SuppressedAddress
{
    public required string Address { get; init; }
}
