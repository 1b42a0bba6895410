using Distribution.Readers.Preferences;
using Distribution.Web.Platform.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Readers.Preferences;

/// <summary>The change to a new address: requested on the preferences page, and confirmed by a link that is sent there.</summary>
internal static class AddressChangeEndpoints
{
    /// <summary>Routes of open preferences.</summary>
    public static void MapAddressChanges(this IEndpointRouteBuilder preferences) =>
        preferences.MapPost("/address", AskAsync).WithName("RequestAddressChange");

    /// <summary>Routes of the link, which may be followed on another machine.</summary>
    public static void MapAddressChangeLinks(this IEndpointRouteBuilder routes)
    {
        routes.MapPage("/preferences/address/{token}", ShowLinkAsync).WithName("ChangeAddressPage").AllowAnonymous();
        routes.MapPost("/preferences/address/{token}", ChangeAsync).WithName("ChangeAddress").AllowAnonymous().ExcludeFromDescription()
            .DisableAntiforgery();
    }

    internal static async Task<IResult> AskAsync(
        PreferencesOwner owner,
        SentForm sent,
        RequestLanguages readers,
        RequestAddressChange ask,
        ReadPreferences read,
        CancellationToken cancellationToken)
    {
        var typed = sent.Fields["newAddress"].ToString();
        var errors = await ask.RunAsync(owner.Contact.Value, typed, cancellationToken);
        if (!errors.Any) return PreferencesEndpoints.Back("address", readers);
        var view = await read.RunAsync(owner.Contact.Value, cancellationToken);
        return PreferencesAnswers.Preferences(new(view) { NewAddress = typed, Errors = errors }, readers);
    }

    internal static async Task<IResult> ShowLinkAsync(
        string token, ChangeAddress moves, PreferencesAnswers answers, RequestLanguages readers, CancellationToken cancellationToken) =>
        await moves.FindAsync(token, cancellationToken) is { } move
            ? await answers.QuestionAsync(LanguageOf(move, readers), "move", cancellationToken, move.Address)
            : await answers.InvalidAsync(readers, cancellationToken);

    internal static async Task<IResult> ChangeAsync(
        string token, ChangeAddress moves, PreferencesAnswers answers, RequestLanguages readers, CancellationToken cancellationToken) =>
        await moves.RunAsync(token, cancellationToken) switch
        {
            ChangeAddressResult.Moved moved => PreferencesEndpoints.Said(LanguageOf(moved.Move, readers), "moved"),
            ChangeAddressResult.BelongsToAnother another => await answers.MessageAsync(
                LanguageOf(another.Move, readers), "another", cancellationToken, StatusCodes.Status409Conflict),
            _ => await answers.InvalidAsync(readers, cancellationToken),
        };

    private static string LanguageOf(AddressChange move, RequestLanguages readers) =>
        PreferencesPhrases.LanguageFor(readers.Before([move.Language]));
}
