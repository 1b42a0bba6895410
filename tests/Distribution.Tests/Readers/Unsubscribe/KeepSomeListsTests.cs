using Distribution.Contacts.Contacts;
using Distribution.Platform.Security;
using Distribution.Readers.Unsubscribe;
using Distribution.Testing;

namespace Distribution.Tests.Readers.Unsubscribe;

/// <summary>Somebody leaves by the link of a mail and keeps some of its lists, while a release to these is planned and not yet sent.</summary>
public sealed class KeepSomeListsTests(Azurite azurite)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("press", 1)]
    [InlineData("radio", 1)]
    [InlineData("", 0)]
    public async Task What_is_planned_comes_by_the_lists_that_they_keep(string kept, int mails)
    {
        await using var desk = await DispatchHost.OpenAsync(azurite, Token);
        var rosa = "";
        foreach (var list in new[] { "press", "radio" })
        {
            await desk.AddListAsync(list, Token);
            rosa = await desk.SubscribeAsync(list, "rosa@example.org", Token);
        }

        await desk.Get<ContactStore>().AddAsync(
            new()
            {
                Id = rosa,
                Address = "rosa@example.org",
                Name = "Rosa",
                Languages = ["en"],
                Source = "card",
                SourceDate = desk.Clock.GetUtcNow(),
                LawfulBasis = LawfulBasis.Consent,
            },
            Token);
        var release = await desk.ScheduleAsync(["press", "radio"], Token);
        await desk.RunTimerAsync(Token);
        UnsubscribeLink link = new UnsubscribeLink.InRelease(release.Id, rosa);
        await desk.Get<UnsubscribeFromLists>().RunAsync(link, Token);
        await desk.Get<KeepSubscriptions>().RunAsync(link, new(KeepChoice.Undo, [kept]), Token);

        await desk.RunAsync(Token);

        Assert.Equal(mails, desk.Relay.Mails.Count);
    }
}
