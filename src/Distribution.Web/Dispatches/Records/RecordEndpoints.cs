using System.ComponentModel;
using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Records;
using Distribution.Platform.Validation;
using Distribution.Publisher.Users;
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
        dispatches.MapGet("/dispatches/{id:id}/record", Read).WithName("ReadDispatchRecord").RequireRole(Role.Viewer);

    /// <summary>Reads who got a dispatch, when, and what the mail server said, as JSON or as CSV.</summary>
    internal static async Task<Results<RecordAnswer, UnreadableProblem, MissingProblem>> Read(
        string id,
        [Description("`json` or `csv`; without it the Accept header decides.")] string? format,
        HttpRequest request,
        DispatchStore dispatches,
        ReadRecord readRecord,
        CancellationToken cancellationToken)
    {
        if (RecordFormatRule.Choose(format, request.GetTypedHeaders().Accept) is not { } chosen) return UnknownFormat();
        return await dispatches.FindAsync(id, cancellationToken) is { } found
            ? new RecordAnswer(await readRecord.RunAsync(found.Value, cancellationToken), chosen)
            : new MissingProblem();
    }

    private static UnreadableProblem UnknownFormat()
    {
        FieldErrors errors = new();
        errors.Add("format", "is json or csv.");
        return new(errors: errors);
    }
}
