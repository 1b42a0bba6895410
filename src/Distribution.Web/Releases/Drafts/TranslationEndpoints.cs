using System.Text.Json;
using Azure;
using Distribution.Platform.Languages;
using Distribution.Publisher.Users;
using Distribution.Releases.Drafts;
using Distribution.Releases.Workflow;
using Distribution.Web.Platform.Problems;
using Distribution.Web.Platform.Resources;
using Distribution.Web.Publisher.Users;
using Distribution.Web.Releases.Workflow;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Releases.Drafts;

/// <summary>
/// The texts of a release, each with an address and an entity tag of its own, so that translators who work at the same time do not
/// overwrite each other.
/// </summary>
internal static class TranslationEndpoints
{
    private const string IfMatch = "If-Match";

    public static void MapTranslations(this IEndpointRouteBuilder releases)
    {
        const string Address = "/{id:id}/translations/{language:language}";
        releases.MapGet(Address, Read).WithName("ReadTranslation").RequireRole(Role.Viewer);
        releases.MapPut(Address, Write).WithName("WriteTranslation").RequireRole(Role.Author, Where.ItsOffice);
        releases.MapDelete(Address, Delete).WithName("DeleteTranslation").RequireRole(Role.Author, Where.ItsOffice);
    }

    /// <summary>Reads the text of a release in one language.</summary>
    internal static async Task<Results<Found<TranslationView>, MissingProblem>> Read(
        string id, string language, ReleaseStore releases, CancellationToken cancellationToken) =>
        await releases.FindAsync(id, cancellationToken) is { } found && View(found, language) is { } text
            ? new Found<TranslationView>(text, Tag(text))
            : new MissingProblem();

    /// <summary>
    /// Adds or replaces the text of a release in one language. `If-Match` holds against this text alone: edits of other languages at the
    /// same time do not disturb it.
    /// </summary>
    internal static async Task<Results<Saved<TranslationView>, Added<TranslationView>, Refusal>> Write(
        string id,
        string language,
        TranslationInput request,
        CurrentUser user,
        [FromHeader(Name = IfMatch)] string? ifMatch,
        ReleaseStore releases,
        EditTranslation editTranslation,
        CancellationToken cancellationToken)
    {
        if (await releases.FindAsync(id, cancellationToken) is not { } found) return new Refusal(new MissingProblem());
        var (tag, isNew) = (LanguageTag.Normalize(language), View(found, language) is null);
        var result = await editTranslation.WriteAsync(
            found, tag, request, IsCurrent(ifMatch), user.RequesterAt(found.Release.Office), cancellationToken);
        if (result is not TransitionResult.Done { Release: var saved, Dropped: var dropped })
            return Refusal.Get(result, found.Release, ifMatch);
        var text = View(saved, tag)!;
        return isNew ? new Added<TranslationView>(text with { Dropped = dropped }, Tag(text))
            : new Saved<TranslationView>(text with { Dropped = dropped }, Tag(text));
    }

    /// <summary>Deletes the text of a release in one language; not the one that the release was written in.</summary>
    internal static async Task<Results<NoContent, Refusal>> Delete(
        string id,
        string language,
        CurrentUser user,
        [FromHeader(Name = IfMatch)] string? ifMatch,
        ReleaseStore releases,
        EditTranslation editTranslation,
        CancellationToken cancellationToken)
    {
        if (await releases.FindAsync(id, cancellationToken) is not { } found || View(found, language) is null)
            return new Refusal(new MissingProblem());
        var result = await editTranslation.DeleteAsync(
            found, LanguageTag.Normalize(language), IsCurrent(ifMatch), user.RequesterAt(found.Release.Office), cancellationToken);
        return result is TransitionResult.Done ? TypedResults.NoContent() : Refusal.Get(result, found.Release, ifMatch);
    }

    private static Func<Release, Translation?, bool> IsCurrent(string? ifMatch) => (release, text) =>
        string.IsNullOrEmpty(ifMatch) || (text is not null && EntityTags.Pass(ifMatch, Tag(TranslationView.From(release, text))));

    private static TranslationView? View(ReleaseDocument document, string language)
    {
        var tag = LanguageTag.Normalize(language);
        return document.Translations.FirstOrDefault(text => text.Language == tag) is { } text
            ? TranslationView.From(document.Release, text)
            : null;
    }

    /// <summary>The content is the version: rows of other texts are written beside it.</summary>
    private static ETag Tag(TranslationView text) => new(JsonSerializer.Serialize(text));
}
