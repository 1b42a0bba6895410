using Distribution.Platform.Languages;
using Distribution.Platform.Validation;
using Distribution.Publisher.Offices;
using Distribution.Publisher.Users;
using Distribution.Releases.Checks;
using Distribution.Releases.Drafts;
using Distribution.Releases.Intake;
using Distribution.Releases.Workflow;
using Distribution.Web.Console.Releases;
using Distribution.Web.Console.Shell;
using Distribution.Web.Platform.Pages;
using Distribution.Web.Publisher.Users;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Console.Write;

/// <summary>The pages on which the texts of a release are written, and what saves them while their authors type.</summary>
internal static class WriteEndpoints
{
    public static void MapWriting(this IEndpointRouteBuilder routes)
    {
        const string Text = "/write/{language:language}";
        var release = routes.MapConsoleRelease();
        release.MapPage("/write", ShowOriginalAsync).WithName("WriteOriginalPage").RequireRole(Role.Viewer);
        release.MapPage(Text, ShowAsync).WithName("WritePage").RequireRole(Role.Viewer);
        release.MapPost(Text, SaveAsync).WithName("SaveText").RequireRole(Role.Author, Where.ItsOffice);
        release.MapPost("/texts", AddAsync).WithName("AddText").RequireRole(Role.Author, Where.ItsOffice);
        release.MapPage($"{Text}/delete", ShowDelete).WithName("DeleteTextPage").RequireRole(Role.Author, Where.ItsOffice);
        release.MapPost($"{Text}/delete", DeleteAsync).WithName("DeleteText").RequireRole(Role.Author, Where.ItsOffice);
        release.MapPost($"{Text}/paste", Paste).WithName("PasteText").RequireRole(Role.Author, Where.ItsOffice);
    }

    internal static Task<IResult> ShowOriginalAsync(
        ReleaseVisit visit, string? beside, PressOfficerStore officers, CheckTexts checkTexts, CancellationToken cancellationToken) =>
        ShowAsync(visit, visit.Release.OriginalLanguage, beside, officers, checkTexts, cancellationToken);

    internal static async Task<IResult> ShowAsync(
        ReleaseVisit visit,
        string language,
        string? beside,
        PressOfficerStore officers,
        CheckTexts checkTexts,
        CancellationToken cancellationToken)
    {
        if (!visit.Document.Languages.Contains(language))
            return ConsolePage.Show<MissingThingPage>(visit.Visit, status: StatusCodes.Status404NotFound);
        return await PageAsync(visit, Text(visit, language), beside, officers, checkTexts, cancellationToken);
    }

    /// <summary>
    /// Saves a text. A page that saves by itself gets the version that it has now, or what to mend; a form without JavaScript gets pages.
    /// </summary>
    internal static async Task<IResult> SaveAsync(
        ReleaseVisit visit,
        string language,
        string? beside,
        SentForm sent,
        SaveText saveText,
        UserStore users,
        PressOfficerStore officers,
        CheckTexts checkTexts,
        CancellationToken cancellationToken)
    {
        var fields = sent.Fields.ContainsKey("resolve") ? TextFields.Resolved(sent.Fields) : TextFields.From(sent.Fields);
        var version = sent.Fields["version"].ToString();
        switch (await saveText.RunAsync(visit.Document, language, fields.ToInput(), version, visit.Requester, cancellationToken))
        {
            case SaveTextResult.Saved saved when visit.Visit.IsFragment:
                return Results.Json(
                    new SavedText(TextVersion.Of(saved.Text), saved.Text.State == TranslationState.Ready, saved.IsUnfinished));
            case SaveTextResult.Saved saved:
                var done = saved.IsUnfinished ? "unfinished" : "saved";
                var page = ReleaseAddresses.Write(visit.Id, language);
                return ConsoleRoutes.To(beside is null ? $"{page}?done={done}" : $"{page}?beside={beside}&done={done}");
            case SaveTextResult.Changed changed:
                return await ConflictAsync(visit, language, fields, changed, users, cancellationToken);
            case SaveTextResult.Refused { Answer: var answer }:
                return Refused(visit, answer);
            case SaveTextResult.Gone:
                return ConsolePage.Show<MissingThingPage>(visit.Visit, status: StatusCodes.Status404NotFound);
            case SaveTextResult.Invalid { Errors: var errors } when visit.Visit.IsFragment:
                return Results.Json(Said(errors, visit.Visit.Language), statusCode: StatusCodes.Status422UnprocessableEntity);
            case SaveTextResult.Invalid { Errors: var errors }:
                var text = Text(visit, language) with { Fields = fields, Version = version, Errors = errors.ToDictionary() };
                return await PageAsync(visit, text, beside, officers, checkTexts, cancellationToken);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>Begins a text in a further language, empty: a translation that is promised.</summary>
    internal static async Task<IResult> AddAsync(ReleaseVisit visit, SentForm sent, SaveText saveText, CancellationToken cancellationToken)
    {
        var language = sent.Fields["language"].ToString();
        if (!LanguageTag.IsValid(language)) return ConsoleRoutes.To(ReleaseAddresses.Write(visit.Id));
        language = LanguageTag.Normalize(language);
        TranslationInput empty = new() { State = TranslationState.Draft };
        return await saveText.RunAsync(visit.Document, language, empty, TextVersion.None, visit.Requester, cancellationToken) switch
        {
            SaveTextResult.Saved =>
                ConsoleRoutes.To($"{WriteAddresses.Beside(visit.Id, language, visit.Release.OriginalLanguage)}&done=added"),
            SaveTextResult.Changed { Text: not null } => ConsoleRoutes.To(ReleaseAddresses.Write(visit.Id, language)),
            SaveTextResult.Refused { Answer: var answer } => Refused(visit, answer),
            _ => ConsoleRoutes.To(ReleaseAddresses.Write(visit.Id)),
        };
    }

    internal static IResult ShowDelete(ReleaseVisit visit, string language) =>
        visit.Document.Translations.FirstOrDefault(text => text.Language == language) is not { } text
            || language == visit.Release.OriginalLanguage
            ? ConsoleRoutes.To(ReleaseAddresses.Write(visit.Id))
            : ConsolePage.Show<DeleteTextPage>(visit.Visit, new Dictionary<string, object?>
            {
                [nameof(DeleteTextPage.Release)] = visit.Release,
                [nameof(DeleteTextPage.Text)] = text,
            });

    internal static async Task<IResult> DeleteAsync(
        ReleaseVisit visit, string language, SentForm sent, EditTranslation editTranslation, CancellationToken cancellationToken)
    {
        var version = sent.Fields["version"].ToString();
        bool IsCurrent(Release release, Translation? text) => TextVersion.Of(text) == version;
        return await editTranslation.DeleteAsync(visit.Document, language, IsCurrent, visit.Requester, cancellationToken) switch
        {
            TransitionResult.Done => ConsoleRoutes.To($"{ReleaseAddresses.Write(visit.Id)}?done=deleted"),
            TransitionResult.Refused { Answer: var answer } => Refused(visit, answer),
            // Its words are others than those that the page has shown: they are shown before they go.
            _ => ConsoleRoutes.To(WriteAddresses.Delete(visit.Id, language)),
        };
    }

    /// <summary>Turns what was copied from a word processor or a page into Markdown, and says what was not taken over.</summary>
    internal static IResult Paste(ReleaseVisit visit, string language, SentForm sent)
    {
        FieldErrors errors = new();
        TranslationInput copied = new() { Headline = "", Html = sent.Fields["html"].ToString() };
        var (text, dropped) = AcceptHtml.From(language, copied, visit.Release.SourceUrl, errors);
        // An address that leads nowhere from here is not worth losing the words: they come as plain text.
        return errors.Any
            ? Results.Json(Said(errors, visit.Visit.Language), statusCode: StatusCodes.Status422UnprocessableEntity)
            : Results.Json(new PastedText(text.Body, DroppedWords.Say(dropped, WritePhrases.Book.In(visit.Visit.Language))));
    }

    private static async Task<IResult> PageAsync(
        ReleaseVisit visit,
        WrittenText main,
        string? beside,
        PressOfficerStore officers,
        CheckTexts checkTexts,
        CancellationToken cancellationToken)
    {
        var other = beside is not null && beside != main.Language && visit.Document.Languages.Contains(beside)
            ? Text(visit, beside) with { IsMain = false }
            : null;
        return ConsolePage.Show<WritePage>(
            visit.Visit,
            new Dictionary<string, object?>
            {
                [nameof(WritePage.Document)] = visit.Document,
                [nameof(WritePage.Main)] = main,
                [nameof(WritePage.Other)] = other,
                [nameof(WritePage.Findings)] =
                    await Checks.ChecksEndpoints.FindAsync(visit, main.Language, officers, checkTexts, cancellationToken),
            },
            main.Errors is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static WrittenText Text(ReleaseVisit visit, string language)
    {
        var text = visit.Document.Translations.FirstOrDefault(text => text.Language == language);
        return new(language, TextFields.From(text), TextVersion.Of(text), TextEditingRule.Of(visit.Release, language))
        {
            MayWrite = visit.Can(Role.Author),
        };
    }

    private static async Task<IResult> ConflictAsync(
        ReleaseVisit visit,
        string language,
        TextFields mine,
        SaveTextResult.Changed changed,
        UserStore users,
        CancellationToken cancellationToken)
    {
        var now = changed.Release.Release;
        var editor = now.EditedBy ?? now.CreatedBy;
        var by = editor == visit.Visit.User.Id ? null : (await users.FindAsync(editor, cancellationToken))?.Value.Name ?? editor;
        Dictionary<string, object?> conflict = new()
        {
            [nameof(ConflictPart.Release)] = now.Id,
            [nameof(ConflictPart.Language)] = language,
            [nameof(ConflictPart.Mine)] = mine,
            [nameof(ConflictPart.Theirs)] = TextFields.From(changed.Text),
            [nameof(ConflictPart.Version)] = TextVersion.Of(changed.Text),
            [nameof(ConflictPart.By)] = by,
            [nameof(ConflictPart.Time)] = Distribution.Releases.Times.TimeText.Format(
                now.EditedAt ?? now.CreatedAt, visit.Visit.PlaceOf(now.Office), visit.Visit.Language),
            [nameof(ConflictPart.Words)] = WritePhrases.Book.In(visit.Visit.Language),
        };
        const int Status = StatusCodes.Status412PreconditionFailed;
        return visit.Visit.IsFragment
            ? new PublicPage<ConflictPart>(conflict) { StatusCode = Status, CacheControl = CachedContent.Never }
            : ConsolePage.Show<ConflictPage>(
                visit.Visit,
                new Dictionary<string, object?> { [nameof(ConflictPage.Release)] = now, [nameof(ConflictPage.Conflict)] = conflict },
                Status);
    }

    private static IResult Refused(ReleaseVisit visit, TransitionDecision answer)
    {
        if (answer is TransitionDecision.Needs { Role: var role }) return new ForbiddenAnswer(role, visit.Release.Office);
        return visit.Visit.IsFragment
            ? Results.Json(
                new RefusedText(WritePhrases.Book.In(visit.Visit.Language)["closed"]), statusCode: StatusCodes.Status409Conflict)
            : ConsoleRoutes.To(ReleaseAddresses.Write(visit.Id));
    }

    /// <summary>The faults by field, in the user's language where there are words for it.</summary>
    private static Dictionary<string, string> Said(FieldErrors errors, string language)
    {
        InvalidFields invalid = new(errors.ToDictionary(), WritePhrases.Book.In(language));
        return invalid.InOrder(TextFields.Names).ToDictionary(field => field, field => invalid.Say(field).Text);
    }
}

/// <summary>A text was saved.</summary>
/// <param name="Version">The version that it has now.</param>
/// <param name="IsReady">Whether it may be approved and sent.</param>
/// <param name="IsUnfinished">Whether it was said to be ready and stays a draft, as it lacks headline or body.</param>
internal sealed record SavedText(string Version, bool IsReady, bool IsUnfinished);

/// <summary>A copied text as Markdown.</summary>
/// <param name="Dropped">Sentences about what was not taken over.</param>
internal sealed record PastedText(string Markdown, IReadOnlyList<string> Dropped);

/// <summary>Why a text cannot be saved.</summary>
internal sealed record RefusedText(string Message);
