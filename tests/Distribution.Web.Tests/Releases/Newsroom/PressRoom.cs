using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Distribution.Platform.Storage;
using Distribution.Publisher.Offices;
using Distribution.Publisher.Organisations;
using Distribution.Releases.Drafts;
using Distribution.Releases.Newsroom;
using Distribution.Testing;

namespace Distribution.Web.Tests.Releases.Newsroom;

/// <summary>A running program with the workshop's organisation, office and officers, and what a browser sees of it.</summary>
internal sealed class PressRoom : IAsyncDisposable
{
    private PressRoom(HttpHost app) => App = app;

    public HttpHost App { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <param name="azurite">The storage.</param>
    /// <param name="maelle">Maëlle, if other than usual.</param>
    public static async Task<PressRoom> OpenAsync(Azurite azurite, PressOfficer? maelle = null)
    {
        var app = await HttpHost.StartAsync(azurite, Cancellation);
        await app.Get<OrganisationStore>().AddAsync(SampleData.Organisation, Cancellation);
        await app.Get<OfficeStore>().AddAsync(SampleData.Office.Id, SampleData.Office, Cancellation);
        foreach (var officer in new[] { maelle ?? SampleData.Maelle, SampleData.Rohan })
            await app.Get<PressOfficerStore>().AddAsync(officer.Id, officer, Cancellation);
        return new(app);
    }

    public async Task AddAsync(Release release, params IEnumerable<Translation> translations)
    {
        await App.Get<ReleaseStore>().AddAsync(release, translations, [], Cancellation);
        if (release.ReleasedAt is { } at) await App.Get<ReleaseTimeStore>().AddPublicAsync(release.Id, at, Cancellation);
        foreach (var text in translations.Where(text => text.Slug is not null))
        {
            var added =
                await App.Get<SlugStore>().AddAsync(text.Slug!, new() { Release = release.Id, Language = text.Language }, Cancellation);
            Assert.IsType<WriteResult.Done>(added);
        }

        await App.Get<UpdateNewsroom>().RunAsync(release.Id, Cancellation);
    }

    /// <summary>Another release, by its number; the higher, the newer.</summary>
    public Task AddNumberedAsync(int number, string language) => AddAsync(
        SampleData.Release with
        {
            Id = $"{number:x32}",
            OriginalLanguage = language,
            ReleasedAt = SampleData.Release.ReleasedAt!.Value.AddHours(number),
        },
        SampleData.English with { Language = language, Headline = $"Number {number}", Slug = $"number-{number}" });

    public Task<HttpResponseMessage> GetAsync(string path) => App.Anonymous.GetAsync(path, Cancellation);

    public async Task<IDocument> ReadAsync(string path)
    {
        var answer = await GetAsync(path);
        answer.EnsureSuccessStatusCode();
        return Parse(await answer.Content.ReadAsStringAsync(Cancellation));
    }

    public static IDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
