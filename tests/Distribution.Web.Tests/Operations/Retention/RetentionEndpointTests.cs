using System.Net;
using Distribution.Platform.Security;
using Distribution.Publisher.Users;
using Distribution.Testing;

namespace Distribution.Web.Tests.Operations.Retention;

public sealed class RetentionEndpointTests(PressOfficeHost fixture) : IClassFixture<PressOfficeHost>
{
    private readonly HttpHost app = fixture.App;

    [Fact]
    public async Task The_report_counts_by_kind_what_the_next_night_would_delete_and_deletes_nothing()
    {
        await app.Get<OneTimeTokenStore>()
            .AddAsync(TokenPurpose.Confirm, "0a", null, TimeSpan.FromHours(1), TestContext.Current.CancellationToken);
        app.Clock.Advance(TimeSpan.FromDays(31));

        foreach (var _ in Enumerable.Range(0, 2))
        {
            using var answer = await app.Administrator.ReadAsync("/api/retention");
            var items = (await answer.JsonAsync()).GetProperty("items").EnumerateArray()
                .ToDictionary(item => item.GetProperty("kind").GetString()!);
            Assert.Equal(
            [
                "answers",
                "auditEntries",
                "deliveryDetails",
                "endedContacts",
                "hardRefusals",
                "imports",
                "limits",
                "mails",
                "merges",
                "pendingSubscriptions",
                "sendExclusions",
                "sessions",
                "signIns",
                "tokens"
            ], items.Keys.Order(StringComparer.Ordinal));
            Assert.Equal(
                (1, "30.00:00:00"), (items["tokens"].GetProperty("count").GetInt32(), items["tokens"].GetProperty("kept").GetString()));
        }
    }

    [Fact]
    public async Task Only_an_administrator_of_the_whole_organisation_may_read_it()
    {
        using var client = await fixture.ClientAsync(Role.Administrator, PressOffice.Desk);
        using var answer = await client.ReadAsync("/api/retention");
        await answer.AssertProblemAsync(HttpStatusCode.Forbidden, "forbidden");
    }
}
