using Distribution.Audiences.Export;
using Distribution.Contacts.Files;
using Distribution.Contacts.Search;
using Distribution.Platform.Validation;
using Distribution.Publisher.Users;
using Distribution.Web.Contacts.Search;
using Distribution.Web.Platform.Problems;
using Distribution.Web.Platform.Resources;
using Distribution.Web.Publisher.Users;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Audiences.Export;

internal static class ContactExportEndpoints
{
    public static void MapContactExports(this IEndpointRouteBuilder routes)
    {
        var contacts = routes.MapGroup("/api/contacts").WithTags("Contacts");
        contacts.MapGet("/export.csv", Csv).WithName("ExportContactsAsCsv").RequireRole(Role.Author);
        contacts.MapGet("/export.vcf", VCard).WithName("ExportContactsAsVCards").RequireRole(Role.Author);
    }

    /// <summary>
    /// Exports the contacts of a search as CSV, which an import reads back. The audit says who did, with filter and number.
    /// </summary>
    internal static Results<FileAnswer, UnreadableProblem> Csv(
        [AsParameters] ContactSearchQuery query,
        [AsParameters] CsvQuery csv,
        HttpRequest request,
        CurrentUser user,
        ExportContacts exportContacts)
    {
        if (query.Problem(request, out var wanted) is { } problem) return problem;
        FieldErrors errors = new();
        var separator = csv.Choose(request, errors);
        if (errors.Any) return new UnreadableProblem(errors: errors);
        return new FileAnswer("contacts.csv", FileAnswer.Csv, (output, token) =>
            ContactCsvWriter.WriteAsync(Rows(exportContacts, wanted, "csv", user, token), separator, output, token));
    }

    /// <summary>Exports the contacts of a search as vCards, version 4.0. The audit says who did, with filter and number.</summary>
    internal static Results<FileAnswer, UnreadableProblem> VCard(
        [AsParameters] ContactSearchQuery query, HttpRequest request, CurrentUser user, ExportContacts exportContacts)
    {
        if (query.Problem(request, out var wanted) is { } problem) return problem;
        return new FileAnswer("contacts.vcf", FileAnswer.VCard, (output, token) =>
            ContactVCardWriter.WriteAsync(Rows(exportContacts, wanted, "vcard", user, token), VCardVersion.Four, output, token));
    }

    private static IAsyncEnumerable<ContactRow> Rows(
        ExportContacts exportContacts, ContactQuery query, string format, CurrentUser user, CancellationToken cancellationToken) =>
        exportContacts.RunAsync(query, format, user.Actor, cancellationToken);
}
