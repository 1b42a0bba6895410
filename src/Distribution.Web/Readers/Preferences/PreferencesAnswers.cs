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
    public async Task<IResult> AskAsync(string language, string? message, CancellationToken cancellationToken, FieldErrors? errors = null, int status = StatusCodes.Status200OK) =>
        await PageAsync<AskPage>(language, status, new() { [nameof(AskPage.Message)] = message, [nameof(AskPage.Errors)] = errors?.ToDictionary() }, cancellationToken);

    /// <summary>The same, for a browser without open preferences.</summary>
    public async Task<IResult> ClosedAsync(RequestLanguages readers, CancellationToken cancellationToken)
    {
        var organisation = (await organisations.FindAsync(cancellationToken))?.Value;
        return await AskAsync(PreferencesPhrases.LanguageFor(readers.Tags.Concat(organisation?.Languages ?? [])), "closed", cancellationToken, status: StatusCodes.Status403Forbidden);
    }

    /// <summary>
    /// The page of a link that is not genuine, has expired or was used: in a language of the browser, else of the organisation.
    /// </summary>
    public async Task<IResult> InvalidAsync(RequestLanguages readers, CancellationToken cancellationToken)
    {
        var organisation = (await organisations.FindAsync(cancellationToken))?.Value;
        return await AskAsync(PreferencesPhrases.LanguageFor(readers.Tags.Concat(organisation?.Languages ?? [])), "invalid", cancellationToken, status: StatusCodes.Status404NotFound);
    }

    public Task<IResult> MessageAsync(string language, string phrase, CancellationToken cancellationToken, int status = StatusCodes.Status200OK) =>
        PageAsync<PreferencesMessage>(language, status, new() { [nameof(PreferencesMessage.Phrase)] = phrase }, cancellationToken);

    /// <summary>One button: a link that only shows is safe from programs that open every link.</summary>
    public Task<IResult> QuestionAsync(string language, string phrase, CancellationToken cancellationToken, string? detail = null) =>
        PageAsync<PreferencesQuestion>(language, StatusCodes.Status200OK, new() { [nameof(PreferencesQuestion.Phrase)] = phrase, [nameof(PreferencesQuestion.Detail)] = detail }, cancellationToken);

    public static IResult Preferences(PreferencesView view, string? done, PreferencesChoices? choices = null, OwnDetails? details = null, FieldErrors? errors = null) =>
        Page<PreferencesPage>(
            new()
            {
                [nameof(PreferencesPage.View)] = view,
                [nameof(PreferencesPage.Done)] = done,
                [nameof(PreferencesPage.Choices)] = choices,
                [nameof(PreferencesPage.Details)] = details,
                [nameof(PreferencesPage.Errors)] = errors?.ToDictionary(),
            },
            errors is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    public async Task<IResult> DataAsync(string language, OwnData data, CancellationToken cancellationToken) =>
        await PageAsync<DataPage>(language, StatusCodes.Status200OK, new() { [nameof(DataPage.Data)] = data }, cancellationToken);

    private async Task<IResult> PageAsync<TPage>(string language, int status, Dictionary<string, object?> parameters, CancellationToken cancellationToken)
        where TPage : IComponent
    {
        parameters["Language"] = PreferencesPhrases.Book.In(language).Language;
        parameters["Organisation"] = (await organisations.FindAsync(cancellationToken))?.Value;
        return Page<TPage>(parameters, status);
    }

    private static PublicPage<TPage> Page<TPage>(Dictionary<string, object?> parameters, int status)
        where TPage : IComponent => new(parameters) { StatusCode = status, CacheControl = CachedContent.Never };
}
