using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Distribution.Audiences.Imports;
using Distribution.Audiences.MediaLists;
using Distribution.Platform.Validation;
using Distribution.Publisher.Users;
using Distribution.Web.Platform.Problems;
using Distribution.Web.Platform.Resources;
using Distribution.Web.Publisher.Users;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Audiences.Imports;

internal static class ImportRunEndpoints
{
    public static void MapImportRuns(this RouteGroupBuilder imports)
    {
        imports.MapPost("/{id:id}/check", Check).WithName("CheckImport").RequireRole(Role.Author, Where.ItsOffice);
        imports.MapPost("/{id:id}/run", Run).WithName("RunImport").RequireRole(Role.Author, Where.ItsOffice);
        imports.MapGet("/{id:id}/rows", Rows).WithName("ListImportRows").RequireRole(Role.Author);
        imports.MapGet("/{id:id}/rows.csv", RowsAsCsv).WithName("ReadImportRows").RequireRole(Role.Author);
    }

    /// <summary>
    /// Finds out what would become of each row with these settings, in the background. Nothing is taken yet, and it can be repeated with
    /// others.
    /// </summary>
    internal static async Task<Results<Saved<Import>, MissingProblem, ForbiddenProblem, ConflictProblem, ChangedProblem, InvalidProblem>>
        Check(
            string id,
            ImportSettings request,
            CurrentUser user,
            [FromHeader(Name = "If-Match")] string? ifMatch,
            ImportStore imports,
            MediaListStore lists,
            CheckImport checkImport,
            CancellationToken cancellationToken)
    {
        if (await imports.FindAsync(id, cancellationToken) is not { } found) return new MissingProblem();
        if (await RefusalAsync(user, request, lists, cancellationToken) is { } refusal) return refusal;
        if (!EntityTags.Pass(ifMatch, found.ETag)) return CurrentImport.Changed(found);
        return await checkImport.RunAsync(found, request, cancellationToken) switch
        {
            ChangeImportResult.Begun { Import: var import } => new Saved<Import>(import.Value, import.ETag),
            ChangeImportResult.Invalid invalid => new InvalidProblem(invalid.Errors),
            ChangeImportResult.WrongState wrong => WrongState(wrong.State),
            ChangeImportResult.Changed => await CurrentImport.LostAsync(id, imports, cancellationToken),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>Takes the rows of an import that has been checked, in the background.</summary>
    internal static async Task<Results<Saved<Import>, MissingProblem, ForbiddenProblem, ConflictProblem, ChangedProblem>> Run(
        string id,
        CurrentUser user,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        ImportStore imports,
        MediaListStore lists,
        StartImport startImport,
        CancellationToken cancellationToken)
    {
        if (await imports.FindAsync(id, cancellationToken) is not { } found) return new MissingProblem();
        if (found.Value.Settings is { } settings && await RefusalAsync(user, settings, lists, cancellationToken) is { } refusal)
            return refusal;
        if (!EntityTags.Pass(ifMatch, found.ETag)) return CurrentImport.Changed(found);
        return await startImport.RunAsync(found, user.Actor, cancellationToken) switch
        {
            ChangeImportResult.Begun { Import: var import } => new Saved<Import>(import.Value, import.ETag),
            ChangeImportResult.WrongState wrong => WrongState(wrong.State),
            ChangeImportResult.Undecided undecided => Undecided(undecided.Values),
            ChangeImportResult.Changed => await CurrentImport.LostAsync(id, imports, cancellationToken),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>Lists what becomes of the rows, in the order of the file.</summary>
    internal static async Task<Results<Listing<ImportRowResult>, UnreadableProblem, MissingProblem>> Rows(
        string id,
        [AsParameters] ListQuery query,
        [Description("Only rows of which this becomes: `added`, `changed`, `unchanged` or `leftOut`.")] string? outcome,
        [Description("Only rows of which something could not be taken as it stands.")] bool? withProblems,
        ImportStore imports,
        ReadImportRows readRows,
        CancellationToken cancellationToken)
    {
        if (query.Problem() is { } problem) return problem;
        if (outcome is not null && !Enum.GetNames<RowOutcome>().Contains(outcome, StringComparer.OrdinalIgnoreCase))
            return UnknownOutcome();
        if (await imports.FindAsync(id, cancellationToken) is null) return new MissingProblem();
        var after = int.TryParse(query.Key, CultureInfo.InvariantCulture, out var row) ? row : 0;
        var found = await readRows.RunAsync(id, cancellationToken)
            .Where(result =>
                result.Row > after && (withProblems != true || result.Problems.Count > 0)
                && (outcome is null || result.Outcome.ToString().Equals(outcome, StringComparison.OrdinalIgnoreCase)))
            .Take(query.Count + 1)
            .ToListAsync(cancellationToken);
        return new Listing<ImportRowResult>(found.Count > query.Count
            ? new(found[..query.Count], found[query.Count - 1].Row.ToString(CultureInfo.InvariantCulture))
            : new(found, null));
    }

    /// <summary>
    /// Reads what becomes of every row as CSV: row, outcome, what the file says against mails, and for each problem field, column, what is
    /// wrong and what was taken.
    /// </summary>
    internal static async Task<Results<FileAnswer, UnreadableProblem, MissingProblem>> RowsAsCsv(
        string id,
        [AsParameters] CsvQuery csv,
        HttpRequest request,
        ImportStore imports,
        ReadImportRows readRows,
        CancellationToken cancellationToken)
    {
        FieldErrors errors = new();
        var separator = csv.Choose(request, errors);
        if (errors.Any) return new UnreadableProblem(errors: errors);
        return await imports.FindAsync(id, cancellationToken) is null
            ? new MissingProblem()
            : new FileAnswer(
                $"import-{id}.csv",
                FileAnswer.Csv,
                (output, token) => ImportRowsCsv.WriteAsync(readRows.RunAsync(id, token), separator, output, token));
    }

    /// <summary>Contacts are the whole organisation's; who is put on an office's list is that office's affair.</summary>
    private static async Task<ForbiddenProblem?> RefusalAsync(
        CurrentUser user, ImportSettings settings, MediaListStore lists, CancellationToken cancellationToken)
    {
        foreach (var list in settings.Lists)
        {
            if (await lists.FindAsync(list, cancellationToken) is { Value.Office: { } office }
                && user.Refusal(office, Role.Author) is { } refusal)
                return refusal;
        }

        return null;
    }

    private static UnreadableProblem UnknownOutcome()
    {
        FieldErrors errors = new();
        errors.Add("outcome", "is one of: added, changed, unchanged, leftOut.");
        return new(errors: errors);
    }

    private static ConflictProblem Undecided(IReadOnlyList<UndecidedValue> values) => new(
        ProblemTypes.WrongState,
        $"It is not said what {string.Join(", ", values.Select(value => $"\"{value.Value}\" in {value.Column}"))} means for mails. "
        + "Check again with statusValues, such as { \"lapsed\": \"unsubscribed\" }, or leave the column out: mapping, with an empty "
        + "field.");

    private static ConflictProblem WrongState(ImportState state) => new(ProblemTypes.WrongState, state switch
    {
        ImportState.Uploaded => "The import is to be checked first: POST …/check with its settings.",
        ImportState.Checking => "The import is still being checked.",
        ImportState.Running => "The import is running already.",
        _ => "The import is finished. Upload the file again to import it once more.",
    });
}
