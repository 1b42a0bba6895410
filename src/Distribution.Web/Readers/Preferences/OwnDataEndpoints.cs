using System.Text.Json;
using Distribution.Operations.Erasure;
using Distribution.Readers.Preferences;
using Distribution.Web.Platform.Pages;
using Distribution.Web.Platform.Resources;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace Distribution.Web.Readers.Preferences;

/// <summary>The data held about the owner of the preferences: to read, to download, to erase.</summary>
internal static class OwnDataEndpoints
{
    public static void MapOwnData(this IEndpointRouteBuilder preferences)
    {
        preferences.MapPage("/data", ShowAsync).WithName("OwnData");
        preferences.MapPage("/data.json", DownloadAsync).WithName("OwnDataFile");
        preferences.MapPage("/erase", AskToEraseAsync).WithName("EraseOwnDataPage");
        preferences.MapPost("/erase", EraseAsync).WithName("EraseOwnData");
    }

    internal static async Task<IResult> ShowAsync(
        PreferencesOwner owner,
        RequestLanguages readers,
        ReadOwnData read,
        PreferencesAnswers answers,
        CancellationToken cancellationToken) =>
        await answers.DataAsync(
            PreferencesAnswers.LanguageOf(owner.Contact.Value, readers),
            await read.RunAsync(owner.Contact.Value, cancellationToken),
            readers,
            cancellationToken);

    internal static async Task<IResult> DownloadAsync(
        PreferencesOwner owner, ReadOwnData read, IOptions<JsonOptions> json, CancellationToken cancellationToken)
    {
        var data = await read.RunAsync(owner.Contact.Value, cancellationToken);
        JsonSerializerOptions indented = new(json.Value.SerializerOptions) { WriteIndented = true };
        return new FileAnswer(
            "my-data.json",
            "application/json",
            (output, token) => output.WriteAsync(JsonSerializer.Serialize(data, indented).AsMemory(), token));
    }

    internal static Task<IResult> AskToEraseAsync(
        PreferencesOwner owner, RequestLanguages readers, PreferencesAnswers answers, CancellationToken cancellationToken) =>
        answers.QuestionAsync(
            PreferencesAnswers.LanguageOf(owner.Contact.Value, readers),
            "erase",
            cancellationToken,
            back: PreferencesEndpoints.Home + readers.Query);

    internal static async Task<IResult> EraseAsync(
        PreferencesOwner owner,
        HttpContext context,
        RequestLanguages readers,
        EraseContact erase,
        OpenPreferences openPreferences,
        PreferencesCookie cookie,
        CancellationToken cancellationToken)
    {
        var id = owner.Contact.Value.Id;
        await erase.RunAsync(id, new(id, null), cancellationToken);
        await openPreferences.CloseAsync(cookie.Read(context), CancellationToken.None);
        cookie.Forget(context);
        return PreferencesEndpoints.Said(PreferencesAnswers.LanguageOf(owner.Contact.Value, readers), "erased");
    }
}
