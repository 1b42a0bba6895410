using System.Text;
using Distribution.Platform.Languages;
using Distribution.Platform.Validation;
using Distribution.Publisher.Users;
using Distribution.Releases.Drafts;
using Distribution.Releases.Intake;
using Distribution.Web.Console.Releases;
using Distribution.Web.Console.Shell;
using Distribution.Web.Platform.Pages;
using Distribution.Web.Publisher.Users;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Console.Write;

/// <summary>A release begins with a text that was written elsewhere: its fields are shown to be mended before there is a draft.</summary>
internal static class StartEndpoints
{
    public const string Address = $"{ReleaseAddresses.List}/new/from-text";

    private static readonly UTF8Encoding Strictly = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static void MapStartFromText(this IEndpointRouteBuilder routes)
    {
        var console = routes.MapConsole();
        console.MapPage("/releases/new/from-text", Show).WithName("StartFromTextPage").RequireRole(Role.Author);
        console.MapPost("/releases/new/from-text", ReadAsync).WithName("ReadStartText").RequireRole(Role.Author, Where.ItsOffice);
    }

    internal static IResult Show(ConsoleVisit visit) => Page(visit, new(), null);

    /// <summary>Shows what was found in the text; sent once more with <c>accept</c>, it makes the draft.</summary>
    internal static async Task<IResult> ReadAsync(
        ConsoleVisit visit, SentForm sent, BeginDraft beginDraft, CancellationToken cancellationToken)
    {
        StartForm form = new() { Office = sent.Fields["office"].ToString(), Language = sent.Fields["language"].ToString() };
        if (visit.Offices.Contains(form.Office) && !visit.Can(form.Office, Role.Author))
            return new ForbiddenAnswer(Role.Author, form.Office);
        if (sent.Fields.ContainsKey("accept"))
            return await CreateAsync(visit, form with { Found = TextFields.From(sent.Fields) }, beginDraft, cancellationToken);
        form = form with { Text = await TextAsync(sent, cancellationToken) };
        FieldErrors errors = new();
        if (DraftText.Read(form.Text, form.Language, errors) is not var (language, text, dropped)) return Page(visit, form, errors);
        return Page(
            visit,
            form with
            {
                Language = language,
                Found = new()
                {
                    Headline = text.Headline,
                    Subheading = text.Subheading ?? "",
                    Dateline = text.Dateline ?? "",
                    Summary = text.Summary ?? "",
                    Body = text.Body,
                },
                Dropped = DroppedWords.Say(dropped, WritePhrases.Book.In(visit.Language)),
            },
            null);
    }

    private static async Task<IResult> CreateAsync(
        ConsoleVisit visit, StartForm form, BeginDraft beginDraft, CancellationToken cancellationToken)
    {
        switch (await beginDraft.RunAsync(
            form.Office, form.Language, form.Found!.ToInput(), visit.Current.RequesterAt(form.Office), cancellationToken))
        {
            case CreateReleaseResult.Created { Release: var created }:
                return ConsoleRoutes.To($"{ReleaseAddresses.Write(created.Release.Id)}?done=begun");
            case CreateReleaseResult.Invalid { Errors: var errors }:
                // The page has one text: its fields are named without the text's own name.
                FieldErrors named = new();
                foreach (var (field, messages) in errors.ToDictionary()) named.Add(field.Split('.')[^1], messages[0]);
                return Page(visit, form, named);
            default:
                return new ForbiddenAnswer(Role.Author, form.Office);
        }
    }

    /// <summary>The pasted text, or that of the file: UTF-8, and else as Windows writes it.</summary>
    private static async Task<string> TextAsync(SentForm sent, CancellationToken cancellationToken)
    {
        if (sent.Fields["text"].ToString() is { Length: > 0 } pasted || sent.Fields.Files is not [{ Length: > 0 } file, ..])
            return sent.Fields["text"].ToString();
        using MemoryStream content = new();
        await file.CopyToAsync(content, cancellationToken);
        var bytes = content.ToArray();
        try
        {
            return Strictly.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes);
        }
    }

    private static IResult Page(ConsoleVisit visit, StartForm form, FieldErrors? errors) => ConsolePage.Show<StartPage>(
        visit,
        new Dictionary<string, object?>
        {
            [nameof(StartPage.Form)] = form,
            [nameof(StartPage.Languages)] = visit.Organisation?.Languages ?? [LanguageTag.Normalize(visit.Language)],
            [nameof(StartPage.Errors)] = errors?.ToDictionary(),
        },
        errors is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
}

/// <summary>The beginning of a release from a text, as it was sent.</summary>
public sealed record StartForm
{
    public string Office { get; init; } = "";

    public string Language { get; init; } = "";

    /// <summary>The text as a whole.</summary>
    public string Text { get; init; } = "";

    /// <summary>The fields found in it; null before it was read.</summary>
    public TextFields? Found { get; init; }

    /// <summary>Sentences about what was not taken over.</summary>
    public IReadOnlyList<string> Dropped { get; init; } = [];
}
