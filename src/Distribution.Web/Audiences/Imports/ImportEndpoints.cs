using System.ComponentModel;
using System.Diagnostics;
using Distribution.Audiences.Imports;
using Distribution.Contacts.Files;
using Distribution.Platform.Validation;
using Distribution.Publisher.Users;
using Distribution.Web.Platform.Hosting;
using Distribution.Web.Platform.Problems;
using Distribution.Web.Platform.Resources;
using Distribution.Web.Publisher.Users;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Audiences.Imports;

internal static class ImportEndpoints
{
    public static void MapImports(this IEndpointRouteBuilder routes)
    {
        var imports = routes.MapGroup("/api/imports").WithTags("Imports");
        imports.MapGet("/", List).WithName("ListImports").RequireRole(Role.Author);
        imports.MapGet("/{id:id}", Read).WithName("ReadImport").RequireRole(Role.Author);
        imports.MapPost("/", Upload).WithName("UploadImport").RequireRole(Role.Author).TakesFile(ContactFileLimits.MostBytes);
        imports.MapDelete("/{id:id}", Delete).WithName("DeleteImport").RequireRole(Role.Author);
        imports.MapImportRuns();
    }

    /// <summary>Lists imports by id.</summary>
    internal static Task<Results<Listing<Import>, UnreadableProblem>> List(
        [AsParameters] ListQuery query, [AsParameters] ImportListQuery wanted, ImportStore imports, CancellationToken cancellationToken) =>
        imports.ListAsync(query, wanted.Filter, cancellationToken);

    /// <summary>Reads an import: what the file is, how far it is, and the rows by what becomes of them.</summary>
    internal static Task<Results<Found<Import>, MissingProblem>> Read(
        string id, ImportStore imports, CancellationToken cancellationToken) =>
        imports.ReadAsync(id, cancellationToken);

    /// <summary>Uploads a file of contacts, CSV, TSV or vCards of at most 50 MB, as the body or as the file of a form. Nothing is taken
    /// from it yet.</summary>
    internal static async Task<Results<Added<Import>, InvalidProblem>> Upload(
        HttpRequest request,
        CurrentUser user,
        UploadImport uploadImport,
        [Description("The file's name, which helps where the content leaves a doubt.")] string? fileName,
        CancellationToken cancellationToken)
    {
        var file = await UploadedFile.OpenAsync(request, cancellationToken);
        switch (await uploadImport.RunAsync(file.Content, fileName ?? file.Name, user.User, cancellationToken))
        {
            case UploadImportResult.Uploaded { Import: var import }:
                return new Added<Import>(import.Value, import.ETag, import.Value.Id);
            case UploadImportResult.Unreadable { Message: var message }:
                FieldErrors errors = new();
                errors.Add("file", message);
                return new InvalidProblem(errors);
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>Deletes the file and its results. The imported contacts stay; a running import ends.</summary>
    internal static async Task<Results<NoContent, MissingProblem, ChangedProblem, ConflictProblem>> Delete(
        string id,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        ImportStore imports,
        RemoveImport removeImport,
        CancellationToken cancellationToken)
    {
        if (await imports.FindAsync(id, cancellationToken) is not { } found) return new MissingProblem();
        if (!EntityTags.Pass(ifMatch, found.ETag)) return CurrentImport.Changed(found);
        if (await removeImport.RunAsync(found, cancellationToken)) return TypedResults.NoContent();
        return ifMatch is null
            ? await CurrentImport.LostAsync(id, imports, cancellationToken)
            : CurrentImport.Changed(await imports.FindAsync(id, cancellationToken));
    }
}
