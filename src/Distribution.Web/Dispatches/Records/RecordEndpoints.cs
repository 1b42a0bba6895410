using System.ComponentModel;
using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Records;
using Distribution.Platform.Validation;
using Distribution.Publisher.Users;
using Distribution.Releases.Drafts;
using Distribution.Web.Platform.Audit;
using Distribution.Web.Platform.Problems;
using Distribution.Web.Publisher.Users;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Dispatches.Records;

internal static class RecordEndpoints
{
    public static void MapRecord(this RouteGroupBuilder dispatches) =>
        dispatches.MapGet("/dispatches/{id:id}/record", Read).WithName("ReadDispatchRecord")
            .RequireRole(Role.Viewer, Where.ItsOffice);

    /// <summary>
    /// Reads who got a dispatch, when, and what the mail server said, as JSON or as CSV. It has everybody's address: it is for
    /// those who hold a role at the release's office, and the audit records each reading.
    /// </summary>
    internal static async Task<Results<RecordAnswer, UnreadableProblem, MissingProblem, ForbiddenProblem>> Read(
        string id,
        [Description("`json` or `csv`; without it the Accept header decides.")] string? format,
        HttpRequest request,
        CurrentUser user,
        DispatchStore dispatches,
        ReleaseStore releases,
        ReadRecord readRecord,
        AuditTrail trail,
        CancellationToken cancellationToken)
    {
        if (RecordFormatRule.Choose(format, request.GetTypedHeaders().Accept) is not { } chosen) return UnknownFormat();
        if (await dispatches.FindAsync(id, cancellationToken) is not { } found) return new MissingProblem();
        var release = await releases.FindMainAsync(found.Value.Release, cancellationToken);
        if (user.Refusal(release?.Value.Office, Role.Viewer) is { } refusal) return refusal;
        var record = await readRecord.RunAsync(found.Value, cancellationToken);
        // Before the first address leaves.
        await trail.NoteAsync("dispatches.recordRead", $"dispatch:{id}", new() { ["format"] = chosen.ToString().ToLowerInvariant() });
        return new RecordAnswer(record, chosen);
    }

    private static UnreadableProblem UnknownFormat()
    {
        FieldErrors errors = new();
        errors.Add("format", "is json or csv.");
        return new(errors: errors);
    }
}
