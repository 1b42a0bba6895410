using System.ComponentModel;
using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Records;
using Distribution.Mail.Outcomes;
using Distribution.Platform.Validation;
using Distribution.Publisher.Users;
using Distribution.Releases.Drafts;
using Distribution.Web.Platform.Audit;
using Distribution.Web.Platform.Problems;
using Distribution.Web.Platform.Resources;
using Distribution.Web.Publisher.Users;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Dispatches.Records;

internal static class RecordEndpoints
{
    public static void MapRecord(this RouteGroupBuilder dispatches) =>
        dispatches.MapGet("/dispatches/{id:id}/record", Read).WithName("ReadDispatchRecord")
            .RequireRole(Role.Viewer, Where.ItsOffice);

    /// <summary>
    /// Reads who got a dispatch, when, and what the mail server said, as JSON or as CSV. It has everybody's address: it is for
    /// those who hold a role at the release's office, and the audit records each reading. `outcome` and `contact` want a part of it.
    /// </summary>
    internal static async Task<Results<RecordAnswer, UnreadableProblem, MissingProblem, ForbiddenProblem>> Read(
        string id,
        [Description("`json` or `csv`; without it the Accept header decides.")] string? format,
        [FromQuery(Name = "outcome"), Description("Only recipients with one of these outcomes; each as a parameter of its own.")]
        string[]? outcomes,
        [Description("Id of the only contact that is wanted.")] string? contact,
        [AsParameters] CsvQuery csv,
        HttpRequest request,
        CurrentUser user,
        DispatchStore dispatches,
        ReleaseStore releases,
        ReadRecord readRecord,
        AuditTrail trail,
        CancellationToken cancellationToken)
    {
        FieldErrors errors = new();
        var wanted = errors.Words<OutcomeState>("outcome", outcomes);
        if (contact is not null) errors.Id("contact", contact);
        var separator = csv.Choose(request, errors);
        var chosen = RecordFormatRule.Choose(format, request.GetTypedHeaders().Accept);
        errors.Require(chosen is not null, "format", "is json or csv.");
        if (errors.Any) return new UnreadableProblem(errors: errors);
        if (await dispatches.FindAsync(id, cancellationToken) is not { } found) return new MissingProblem();
        var release = await releases.FindMainAsync(found.Value.Release, cancellationToken);
        if (user.Refusal(release?.Value.Office, Role.Viewer) is { } refusal) return refusal;
        var record = await readRecord.RunAsync(found.Value, wanted, contact, cancellationToken);
        // Before the first address leaves.
        await trail.NoteAsync("dispatches.recordRead", $"dispatch:{id}", Details(chosen!.Value, wanted, contact));
        return new RecordAnswer(record, chosen.Value, separator);
    }

    private static Dictionary<string, string> Details(RecordFormat format, IReadOnlyList<OutcomeState> outcomes, string? contact)
    {
        Dictionary<string, string> details = new() { ["format"] = format.ToString().ToLowerInvariant() };
        if (outcomes.Count > 0) details["outcomes"] = string.Join(' ', outcomes).ToLowerInvariant();
        if (contact is not null) details["contact"] = contact;
        return details;
    }
}
