using System.ComponentModel;
using System.Diagnostics;
using Distribution.Dispatches.Previews;
using Distribution.Platform.Validation;
using Distribution.Publisher.Users;
using Distribution.Releases.Drafts;
using Distribution.Web.Platform.Idempotency;
using Distribution.Web.Platform.Problems;
using Distribution.Web.Publisher.Users;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Dispatches.Previews;

internal static class MailPreviewEndpoints
{
    public static void MapMailPreviews(this IEndpointRouteBuilder routes)
    {
        var releases = routes.MapGroup("/api/releases/{id:id}").WithTags("Releases");
        releases.MapGet("/preview", Preview).WithName("PreviewRelease").RequireRole(Role.Viewer);
        releases.MapPost("/test-sends", Send).WithName("SendTest").RequireRole(Role.Author, Where.ItsOffice).CreatesOnce();
    }

    /// <summary>
    /// Reads the mail that a recipient would get of a release: headers, text and HTML, with why it is in that language and whether they
    /// would be mailed.
    /// </summary>
    internal static async Task<Results<MailPreviewAnswer, UnreadableProblem, MissingProblem, ConflictProblem>> Preview(
        string id,
        [AsParameters] MailPreviewQuery query,
        [Description("`json`, `html` or `eml`; without it the Accept header decides.")] string? format,
        HttpRequest request,
        ReleaseStore releases,
        WriteMailPreview writeMailPreview,
        CancellationToken cancellationToken)
    {
        FieldErrors errors = new();
        var reader = query.Read(errors);
        var form = MailPreviewFormRule.Choose(format, request.GetTypedHeaders().Accept);
        errors.Require(form is not null, "format", "is json, html or eml.");
        if (errors.Any) return new UnreadableProblem(errors: errors);
        if (await releases.FindAsync(id, cancellationToken) is not { } document) return new MissingProblem();
        return await writeMailPreview.RunAsync(document, reader, cancellationToken) switch
        {
            WriteMailPreviewResult.Written written => new MailPreviewAnswer(written.Preview, form!.Value),
            WriteMailPreviewResult.NoText => new ConflictProblem(ProblemTypes.WrongState, "No text of the release is ready."),
            WriteMailPreviewResult.NoContact => new MissingProblem("There is no such contact."),
            WriteMailPreviewResult.NoOrganisation =>
                new ConflictProblem(ProblemTypes.WrongState, "The organisation has no name and sender address yet: PUT /api/organisation."),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>Sends the release as it is to press officers and users of the organisation, marked as a test, and to nobody else.</summary>
    internal static async Task<Results<Accepted<SentTest>, MissingProblem, ForbiddenProblem, ConflictProblem, InvalidProblem>> Send(
        string id,
        TestInput request,
        CurrentUser user,
        RequestKey key,
        ReleaseStore releases,
        SendTest sendTest,
        CancellationToken cancellationToken)
    {
        if (await releases.FindAsync(id, cancellationToken) is not { } document) return new MissingProblem();
        if (user.Refusal(document.Release.Office, Role.Author) is { } refusal) return refusal;
        return await sendTest.RunAsync(document, request, key.ToId(), cancellationToken) switch
        {
            SendTestResult.Sent sent => TypedResults.Accepted((string?)null, sent.Test),
            SendTestResult.Invalid invalid => new InvalidProblem(invalid.Errors),
            SendTestResult.NotYet notYet => new ConflictProblem(ProblemTypes.WrongState, notYet.Reason),
            _ => throw new UnreachableException(),
        };
    }
}
