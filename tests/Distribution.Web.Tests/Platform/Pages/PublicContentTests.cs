using System.IO.Compression;
using System.Net;
using System.Text;
using Distribution.Testing;
using Distribution.Web.Platform.Assets;
using Distribution.Web.Tests.Releases.Newsroom;

namespace Distribution.Web.Tests.Platform.Pages;

/// <summary>Public content is sent small, and not again to a client that has it.</summary>
public sealed class PublicContentTests(Azurite azurite) : IAsyncLifetime
{
    private PressRoom room = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        room = await PressRoom.OpenAsync(azurite);
        await room.AddAsync(SampleData.Release, SampleData.English, SampleData.French);
    }

    public ValueTask DisposeAsync() => room.DisposeAsync();

    [Theory]
    [InlineData("br, gzip", "br")]
    [InlineData("gzip, deflate", "gzip")]
    [InlineData("br;q=0.5, gzip", "gzip")]
    [InlineData("br;q=0, *", "gzip")]
    [InlineData("deflate", null)]
    [InlineData("br;q=0, gzip;q=0", null)]
    [InlineData(null, null)]
    public async Task A_page_is_sent_in_the_coding_that_the_client_would_rather_have(string? accepted, string? sent)
    {
        foreach (var path in new[] { $"/releases/{SampleData.English.Slug}", "/en", "/feed.atom", Asset.PublicStyles.Address })
        {
            using var plain = await ReadAsync(path);
            using var answer = accepted is null ? await ReadAsync(path) : await ReadAsync(path, ("Accept-Encoding", accepted));

            Assert.Equal(sent is null ? [] : [sent], answer.Content.Headers.ContentEncoding);
            Assert.Contains("Accept-Encoding", answer.Headers.Vary);
            Assert.Equal(sent is not null, answer.Headers.ETag!.IsWeak);
            var bytes = await answer.Content.ReadAsByteArrayAsync(Token);
            Assert.Equal(bytes.Length, answer.Content.Headers.ContentLength);
            Assert.Equal(await plain.Content.ReadAsStringAsync(Token), Decode(bytes, sent));
        }
    }

    /// <summary>The length of what is compressed says something of it: nothing that is for one person, and no form (BREACH).</summary>
    [Theory]
    [InlineData("/en/subscribe")]
    [InlineData("/en/preferences")]
    [InlineData("/preferences")]
    [InlineData("/unsubscribe/x")]
    [InlineData("/subscribe/confirm/x")]
    [InlineData("/approvals/x")]
    [InlineData("/releases/nowhere")]
    public async Task What_nobody_may_keep_is_never_compressed(string path)
    {
        using var answer = await ReadAsync(path, ("Accept-Encoding", "br, gzip"));

        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Empty(answer.Content.Headers.ContentEncoding);
        Assert.Contains("<html", await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_is_the_same_in_every_coding()
    {
        using var small = await ReadAsync("/feed.atom", ("Accept-Encoding", "br"));

        using var plain = await ReadAsync("/feed.atom", ("If-None-Match", $"{small.Headers.ETag}"));
        using var other = await ReadAsync("/feed.atom", ("If-None-Match", $"{small.Headers.ETag}"), ("Accept-Encoding", "gzip"));

        Assert.Equal((HttpStatusCode.NotModified, HttpStatusCode.NotModified), (plain.StatusCode, other.StatusCode));
    }

    [Theory]
    [InlineData("/en")]
    [InlineData("/feed.atom")]
    public async Task A_client_that_knows_only_times_gets_what_has_changed_since_and_nothing_twice(string path)
    {
        using (await ReadAsync(path)) { }
        room.App.Clock.Advance(TimeSpan.FromMinutes(1));
        using var first = await ReadAsync(path);
        var modified = first.Content.Headers.LastModified!.Value;

        using var again = await ReadAsync(path, ("If-Modified-Since", $"{modified:R}"));
        using var earlier = await ReadAsync(path, ("If-Modified-Since", $"{modified.AddSeconds(-1):R}"));
        using var both = await ReadAsync(path, ("If-Modified-Since", $"{modified:R}"), ("If-None-Match", "\"other\""));
        // Older than the newest, so that the newest in the list says nothing of it.
        await room.AddNumberedAsync(-1, "en");
        using var changed = await ReadAsync(path, ("If-Modified-Since", $"{modified:R}"));

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(HttpStatusCode.OK, earlier.StatusCode);
        Assert.Equal(HttpStatusCode.OK, both.StatusCode);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Contains("Number -1", await changed.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> ReadAsync(string path, params (string Name, string Value)[] headers) =>
        room.App.Anonymous.ReadAsync(path, headers);

    private static string Decode(byte[] bytes, string? coding)
    {
        using MemoryStream content = new(bytes);
        using Stream stream = coding switch
        {
            "br" => new BrotliStream(content, CompressionMode.Decompress),
            "gzip" => new GZipStream(content, CompressionMode.Decompress),
            _ => content,
        };
        using StreamReader text = new(stream, Encoding.UTF8);
        return text.ReadToEnd();
    }
}
