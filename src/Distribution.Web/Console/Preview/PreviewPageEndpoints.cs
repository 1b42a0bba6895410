using Distribution.Audiences.Selection;
using Distribution.Dispatches.Previews;
using Distribution.Platform.Addresses;
using Distribution.Platform.Security;
using Distribution.Platform.Validation;
using Distribution.Publisher.Offices;
using Distribution.Publisher.Users;
using Distribution.Releases.Drafts;
using Distribution.Web.Console.Releases;
using Distribution.Web.Console.Shell;
using Distribution.Web.Platform.Pages;
using Distribution.Web.Platform.Security;
using Distribution.Web.Publisher.Users;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Console.Preview;

/// <summary>A release as its readers will see it, texts that are not ready yet too, and tests of it to colleagues.</summary>
internal static class PreviewPageEndpoints
{
    private static readonly ContentSecurityPolicy WithFrames = ContentSecurityPolicy.OfPages().WithFrames();

    public static void MapPreview(this IEndpointRouteBuilder routes)
    {
        var release = routes.MapConsoleRelease();
        release.MapPage("/preview", ShowAsync).WithName("PreviewPage").RequireRole(Role.Viewer);
        release.MapPage("/preview/mail", ShowMailAsync).WithName("ReadPreviewMail").RequireRole(Role.Viewer);
        release.MapPage("/preview/newsroom", ShowNewsroom).WithName("ReadPreviewNewsroom").RequireRole(Role.Viewer);
        release.MapPost("/preview/test", SendTestAsync).WithName("SendTestByForm").RequireRole(Role.Author, Where.ItsOffice);
    }

    public static string MailAddress(string id) => $"{ReleaseAddresses.Preview(id)}/mail";

    public static string NewsroomAddress(string id, string language) => $"{ReleaseAddresses.Preview(id)}/newsroom?language={language}";

    public static string TestAddress(string id) => $"{ReleaseAddresses.Preview(id)}/test";

    internal static Task<IResult> ShowAsync(
        ReleaseVisit visit,
        [AsParameters] PreviewPageQuery query,
        ReadPreviewPage reader,
        CancellationToken cancellationToken) =>
        PageAsync(visit, query, reader, null, null, cancellationToken);

    internal static async Task<IResult> ShowMailAsync(
        ReleaseVisit visit,
        [AsParameters] PreviewPageQuery query,
        ReadPreviewPage reader,
        CancellationToken cancellationToken) =>
        (await reader.ReadAsync(visit.Document, query, cancellationToken)).Mail is { } mail
            ? MailFrame.Of(mail.Html, query.View is PreviewView.Dark)
            : Results.NotFound();

    /// <summary>The page in the newsroom as it will be; its address is not reserved yet.</summary>
    internal static IResult ShowNewsroom(
        ReleaseVisit visit, string? language, PublicLinks links, TimeProvider clock)
    {
        var release = visit.Release;
        var text = visit.Document.Translations.FirstOrDefault(text => text.Language == language)
            ?? visit.Document.In(release.OriginalLanguage);
        if (visit.Visit.Organisation is not { } organisation || visit.Visit.Offices.Find(release.Office) is not { } office)
            return Results.NotFound();
        return new Framed(
            new PublicPage<NewsroomFrame>(new Dictionary<string, object?>
            {
                [nameof(NewsroomFrame.Release)] = release with { ReleasedAt = release.ReleasedAt ?? release.SendAt ?? clock.GetUtcNow() },
                [nameof(NewsroomFrame.Text)] = text with { Slug = text.Slug ?? "preview" },
                [nameof(NewsroomFrame.Organisation)] = organisation,
                [nameof(NewsroomFrame.Office)] = office,
                [nameof(NewsroomFrame.Links)] = links,
            })
            {
                CacheControl = CachedContent.Never,
            },
            ContentSecurityPolicy.OfPages().InFrames());
    }

    internal static async Task<IResult> SendTestAsync(
        ReleaseVisit visit, SentForm sent, SendTest sendTest, ReadPreviewPage reader, CancellationToken cancellationToken)
    {
        TestInput input = new()
        {
            PressOfficers = [.. sent.Fields["pressOfficers"].OfType<string>()],
            Users = [.. sent.Fields["users"].OfType<string>()],
            Languages = [.. sent.Fields["languages"].OfType<string>()],
        };
        var id = NewId.From("console-test", visit.Visit.User.Id, visit.Id, sent.Fields["id"].ToString());
        return await sendTest.RunAsync(visit.Document, input, id, cancellationToken) switch
        {
            SendTestResult.Sent => ConsoleRoutes.To($"{ReleaseAddresses.Preview(visit.Id)}?done=sent"),
            SendTestResult.Invalid { Errors: var errors } =>
                await PageAsync(visit, new(), reader, errors.ToDictionary(), null, cancellationToken),
            _ => await PageAsync(visit, new(), reader, null, "test_not_yet", cancellationToken),
        };
    }

    private static async Task<IResult> PageAsync(
        ReleaseVisit visit,
        PreviewPageQuery query,
        ReadPreviewPage reader,
        IDictionary<string, string[]>? errors,
        string? problem,
        CancellationToken cancellationToken)
    {
        var read = await reader.ReadAsync(visit.Document, query, cancellationToken);
        errors ??= read.Errors?.ToDictionary();
        return new Framed(
            ConsolePage.Show<PreviewPage>(
                visit.Visit,
                new Dictionary<string, object?>
                {
                    [nameof(PreviewPage.Document)] = visit.Document,
                    [nameof(PreviewPage.Query)] = query,
                    [nameof(PreviewPage.Mail)] = read.Mail,
                    [nameof(PreviewPage.Problem)] = problem ?? read.Problem,
                    [nameof(PreviewPage.Errors)] = errors,
                    [nameof(PreviewPage.Receivers)] =
                        visit.Can(Role.Author) ? await reader.PeopleAsync(visit, cancellationToken) : (IReadOnlyList<TestPerson>)[],
                    [nameof(PreviewPage.TestId)] = NewId.Random(),
                },
                errors is null ? problem is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict
                    : StatusCodes.Status422UnprocessableEntity),
            WithFrames);
    }
}

/// <summary>Reads what the preview's pages show.</summary>
internal sealed class ReadPreviewPage(
    WriteMailPreview writeMailPreview, ExplainAudience explainAudience, UserStore users, PressOfficerStore officers)
{
    public async Task<PreviewContent> ReadAsync(ReleaseDocument document, PreviewPageQuery query, CancellationToken cancellationToken)
    {
        FieldErrors errors = new();
        var contact = await ContactAsync(query.Contact, errors, cancellationToken);
        var wanted = query.Recipient(contact, document.Release.OriginalLanguage, errors);
        if (errors.Any) return new(null, null, errors);
        switch (await writeMailPreview.RunAsync(document.IfReady(), wanted, cancellationToken))
        {
            case WriteMailPreviewResult.Written written:
                return new(written.Preview.Read(), null, null);
            case WriteMailPreviewResult.NoOrganisation:
                return new(null, "no_organisation", null);
            case WriteMailPreviewResult.NoContact:
                errors.Add("contact", "is not a contact.");
                return new(null, null, errors);
            default:
                return new(null, null, null);
        }
    }

    /// <summary>
    /// Colleagues who can get a test: the user, the other users with a role at the office, and the press officers of the release's office.
    /// </summary>
    public async Task<IReadOnlyList<TestPerson>> PeopleAsync(ReleaseVisit visit, CancellationToken cancellationToken)
    {
        var all = users.AllAsync(cancellationToken).Select(row => row.Value).ToListAsync(cancellationToken);
        var contacts = await officers.AllAsync(cancellationToken).Select(row => row.Value).ToListAsync(cancellationToken);
        var (self, offices) = (visit.Visit.User.Id, visit.Visit.Offices.Upwards(visit.Release.Office).ToHashSet());
        List<TestPerson> people =
        [
            .. (await all).Where(user => user.Grants.Any(grant => grant.Office is null || offices.Contains(grant.Office)))
                .OrderByDescending(user => user.Id == self).ThenBy(user => user.Name, StringComparer.CurrentCulture)
                .Select(user => new TestPerson(user.Id, user.Name, user.Email, IsOfficer: false, user.Id == self)),
            .. contacts.Where(officer => offices.Contains(officer.Office)).OrderBy(officer => officer.Name, StringComparer.CurrentCulture)
                .Select(officer => new TestPerson(officer.Id, officer.Name, officer.Email, IsOfficer: true, IsChosen: false)),
        ];
        return [.. people.DistinctBy(person => person.Address, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>The id of the contact that an address belongs to, or the id itself; null where none is asked for.</summary>
    private async Task<string?> ContactAsync(string? typed, FieldErrors errors, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        if (MailAddress.Parse(typed.Trim()) is not { } address) return typed.Trim();
        if (await explainAudience.FindAsync(address, cancellationToken) is { } contact) return contact;
        errors.Add("contact", "is not the address of a contact.");
        return null;
    }
}

/// <summary>A preview, or why there is none.</summary>
/// <param name="Problem">A key of the phrases.</param>
internal sealed record PreviewContent(MailPreview? Mail, string? Problem, FieldErrors? Errors);
