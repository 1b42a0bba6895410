using Distribution.Contacts.Contacts;
using Distribution.Platform.Validation;
using Distribution.Publisher.Organisations;
using Distribution.Readers.Preferences;
using Distribution.Web.Platform.Pages;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Distribution.Web.Readers.Preferences;

/// <summary>The preferences pages. No browser and no proxy keeps them.</summary>
internal sealed class PreferencesAnswers(OrganisationStore organisations)
{
    /// <summary>The form for the address, with a message above it if there is one.</summary>
    public async Task<IResult> AskAsync(
        string language,
        string? message,
        CancellationToken cancellationToken,
        FieldErrors? errors = null,
        string? typed = null,
        int status = StatusCodes.Status200OK) =>
        await PageAsync<AskPage>(
            language,
            status,
            new()
            {
                [nameof(AskPage.Message)] = message,
                [nameof(AskPage.Errors)] = errors?.ToDictionary(),
                [nameof(AskPage.Typed)] = typed,
            },
            cancellationToken);

    /// <summary>The same, for a browser without open preferences.</summary>
    /// <param name="phrase">Why there are none.</param>
    public Task<IResult> ClosedAsync(RequestLanguages readers, string phrase, CancellationToken cancellationToken) =>
        AskStrangerAsync(readers, phrase, StatusCodes.Status403Forbidden, cancellationToken);

    /// <summary>
    /// The page of a link that is not genuine, has expired or was used: in a language of the browser, else of the organisation.
    /// </summary>
    public Task<IResult> InvalidAsync(RequestLanguages readers, CancellationToken cancellationToken) =>
        AskStrangerAsync(readers, "invalid", StatusCodes.Status404NotFound, cancellationToken);

    public Task<IResult> MessageAsync(
        string language, string phrase, CancellationToken cancellationToken, int status = StatusCodes.Status200OK) =>
        PageAsync<PreferencesMessage>(language, status, new() { [nameof(PreferencesMessage.Phrase)] = phrase }, cancellationToken);

    /// <summary>One button: a link that only shows is safe from programs that open every link.</summary>
    public Task<IResult> QuestionAsync(
        string language, string phrase, CancellationToken cancellationToken, string? detail = null, string? back = null) =>
        PageAsync<PreferencesQuestion>(
            language,
            StatusCodes.Status200OK,
            new()
            {
                [nameof(PreferencesQuestion.Phrase)] = phrase,
                [nameof(PreferencesQuestion.Detail)] = detail,
                [nameof(PreferencesQuestion.Back)] = back,
            },
            cancellationToken);

    /// <summary>The open preferences: 200, with faults 422, and 409 where the form was made from what is no longer so.</summary>
    public static IResult Preferences(PreferencesContent content, RequestLanguages readers) => Page<PreferencesPage>(
        new()
        {
            [nameof(PreferencesPage.View)] = content.View,
            [nameof(PreferencesPage.Language)] = LanguageOf(content.View.Contact, readers),
            [nameof(PreferencesPage.Query)] = readers.Query,
            [nameof(PreferencesPage.Done)] = content.IsStale ? "changed" : content.Done,
            [nameof(PreferencesPage.Choices)] = content.Choices,
            [nameof(PreferencesPage.Details)] = content.Details,
            [nameof(PreferencesPage.NewAddress)] = content.NewAddress,
            [nameof(PreferencesPage.Version)] = content.Version,
            [nameof(PreferencesPage.Errors)] = content.Errors?.ToDictionary(),
        },
        content switch
        {
            { IsStale: true } => StatusCodes.Status409Conflict,
            { Errors: not null } => StatusCodes.Status422UnprocessableEntity,
            _ => StatusCodes.Status200OK,
        });

    public async Task<IResult> DataAsync(
        string language, OwnData data, RequestLanguages readers, CancellationToken cancellationToken) => await PageAsync<DataPage>(
        language,
        StatusCodes.Status200OK,
        new() { [nameof(DataPage.Data)] = data, [nameof(DataPage.Query)] = readers.Query },
        cancellationToken);

    /// <summary>The language of a contact's pages.</summary>
    public static string LanguageOf(Contact contact, RequestLanguages readers) =>
        PreferencesPhrases.LanguageFor(readers.Before(contact.Languages));

    private async Task<IResult> AskStrangerAsync(
        RequestLanguages readers, string phrase, int status, CancellationToken cancellationToken)
    {
        var organisation = (await organisations.FindAsync(cancellationToken))?.Value;
        return await AskAsync(
            PreferencesPhrases.LanguageFor(readers.OfStranger(organisation?.Languages ?? [])), phrase, cancellationToken, status: status);
    }

    private async Task<IResult> PageAsync<TPage>(
        string language, int status, Dictionary<string, object?> parameters, CancellationToken cancellationToken)
        where TPage : IComponent
    {
        var organisation = (await organisations.FindAsync(cancellationToken))?.Value;
        parameters["Language"] = PreferencesPhrases.LanguageFor([language, .. organisation?.Languages ?? []]);
        parameters["Organisation"] = organisation;
        return Page<TPage>(parameters, status);
    }

    private static PublicPage<TPage> Page<TPage>(Dictionary<string, object?> parameters, int status)
        where TPage : IComponent => new(parameters) { StatusCode = status, CacheControl = CachedContent.Never };
}

/// <summary>The content of the page of open preferences.</summary>
/// <param name="View">How things are.</param>
/// <param name="Done">The action that was just done.</param>
internal sealed record PreferencesContent(PreferencesView View, string? Done = null)
{
    /// <summary>Whether a form was not saved, because what it was made from has changed.</summary>
    public bool IsStale { get; init; }

    /// <summary>The entries that could not be saved.</summary>
    public PreferencesChoices? Choices { get; init; }

    public OwnDetails? Details { get; init; }

    public string? NewAddress { get; init; }

    /// <summary>Of the form that could not be saved.</summary>
    public string? Version { get; init; }

    public FieldErrors? Errors { get; init; }
}
