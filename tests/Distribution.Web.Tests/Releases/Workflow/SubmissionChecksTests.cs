using Distribution.Testing;
using Distribution.Web.Tests.Releases.Drafts;

namespace Distribution.Web.Tests.Releases.Workflow;

/// <summary>With an organisation, without which nothing can be checked.</summary>
public sealed class SubmissionChecksTests(PressOfficeHost fixture) : IClassFixture<PressOfficeHost>
{
    private readonly HttpHost app = fixture.App;

    [Fact]
    public async Task The_answer_to_a_submission_has_what_the_checks_find()
    {
        (await app.Administrator.PutAsync("/api/organisation", """
            { "names": { "en": "Reef Trust", "fr": "Fonds des récifs" }, "languages": ["en", "fr"], "postalAddress": "1 Quay",
              "website": "https://example.org", "senderAddress": "press@example.org" }
            """)).EnsureSuccessStatusCode();
        var address = await DraftAsync(app.Administrator);

        using var submitted = await app.Administrator.PostAsync($"{address}/submit?language=fr", "{}");

        var checks = (await submitted.JsonAsync()).GetProperty("checks");
        Assert.Contains(
            "Personne ne recevrait ce communiqué. Vérifiez ses listes et ses filtres.",
            checks.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("message").GetString()));
    }

    private static async Task<string> DraftAsync(HttpClient client)
    {
        using var created = await client.PostAsync("/api/releases", ReleaseJson.Right().ToJsonString());
        return created.Headers.Location!.OriginalString;
    }
}
