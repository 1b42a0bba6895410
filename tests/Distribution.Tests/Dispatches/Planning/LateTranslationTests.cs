using Distribution.Audiences.Selection;
using Distribution.Audiences.Subscriptions;
using Distribution.Dispatches.Ledger;
using Distribution.Platform.Addresses;
using Distribution.Publisher.Users;
using Distribution.Releases.Drafts;
using Distribution.Releases.Newsroom;
using Distribution.Releases.Workflow;
using Distribution.Testing;

namespace Distribution.Tests.Dispatches.Planning;

/// <summary>A release that is sent in the languages that are ready, and what becomes of the others.</summary>
public sealed class LateTranslationTests(Azurite azurite) : IAsyncLifetime
{
    private static readonly string[] Ticks = ["translation-missing", "block-language", "send-at-once"];

    private static readonly Requester Bo = new("bo", null, Role.Approver);

    private DispatchHost desk = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        desk = await DispatchHost.OpenAsync(azurite, Cancellation);
        await desk.AddListAsync("press", Cancellation);
        await SubscribeAsync("en@example.org", "en");
        await SubscribeAsync("es@example.org", "es");
        await SubscribeAsync("pt@example.org", "pt");
        await SubscribeAsync("both@example.org", "en", "es");
    }

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task Who_reads_only_a_promised_language_waits_and_gets_it_when_it_is_approved()
    {
        var release = await SendAsync(Release(es: TranslationState.Draft));
        Assert.Equal(["both@example.org en", "en@example.org en", "pt@example.org en"], Mails());
        Assert.Equal(1, (await FirstAsync(release)).Excluded[AudienceRule.Waiting]);

        await ApproveSpanishAsync(release);

        Assert.Equal(["both@example.org en", "en@example.org en", "es@example.org es", "pt@example.org en"], Mails());
        var late = await DispatchAsync(release, DispatchKind.Translation);
        Assert.Equal((DispatchState.Finished, 1), (late.State, late.Planned));
        Assert.Equal([(await FirstAsync(release)).Id, late.Id], (await FindAsync(release)).Release.RecordHashes.Keys.Order());
    }

    [Fact]
    public async Task Nobody_waits_longer_than_the_release_says()
    {
        var release = await SendAsync(Release(es: TranslationState.Draft) with { WaitHours = 2 });

        desk.Clock.Advance(TimeSpan.FromMinutes(119));
        await desk.RunAsync(Cancellation);
        Assert.DoesNotContain("es@example.org en", Mails());
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        await desk.RunAsync(Cancellation);

        Assert.Contains("es@example.org en", Mails());
        await ApproveSpanishAsync(release);
        Assert.Equal(4, desk.Relay.Mails.Count);
    }

    [Fact]
    public async Task Who_has_it_gets_another_language_only_if_they_have_asked_for_all_of_theirs()
    {
        await WantsAllAsync("both@example.org");
        await SubscribeAsync("all@example.org", "en");
        await WantsAllAsync("all@example.org");
        var release = await SendAsync(Release(es: TranslationState.Draft));

        await ApproveSpanishAsync(release);

        Assert.Equal(
            ["both@example.org en", "both@example.org es"], Mails().Where(mail => mail.StartsWith("both", StringComparison.Ordinal)));
        Assert.Equal(["all@example.org en"], Mails().Where(mail => mail.StartsWith("all", StringComparison.Ordinal)));
        Assert.Equal(
            2,
            desk.Relay.Mails.Where(mail => mail.Recipient == "both@example.org").Select(mail => mail.Message.MessageId).Distinct().Count());
    }

    [Fact]
    public async Task Who_subscribed_after_the_release_gets_no_late_translation_of_it()
    {
        var release = await SendAsync(Release(es: TranslationState.Draft));
        desk.Clock.Advance(TimeSpan.FromMinutes(5));
        await SubscribeAsync("new@example.org", "es");

        await ApproveSpanishAsync(release);

        Assert.DoesNotContain(Mails(), mail => mail.StartsWith("new", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_ready_text_that_nobody_has_approved_is_neither_sent_nor_shown()
    {
        var release = await SendAsync(Release(es: TranslationState.Draft));

        Done(await desk.Get<ReplaceRelease>().RunAsync(await FindAsync(release), Release(TranslationState.Ready), Bo, Cancellation));
        await desk.RunAsync(Cancellation);

        Assert.DoesNotContain(Mails(), mail => mail.EndsWith(" es", StringComparison.Ordinal));
        Assert.Equal(["en"], Visibility.Public(await FindAsync(release)).Select(text => text.Language));
    }

    [Fact]
    public async Task A_release_that_waits_for_all_is_sent_when_the_last_is_approved_and_its_author_is_told()
    {
        var release = await SendAsync(Release(es: TranslationState.Draft) with { TranslationPolicy = TranslationPolicy.WaitForAll });
        Assert.Empty(Mails());
        Assert.Contains("es", (await FindAsync(release)).Release.Waiting, StringComparison.Ordinal);

        await ApproveSpanishAsync(release);

        Assert.Equal(["both@example.org en", "en@example.org en", "es@example.org es", "pt@example.org en"], Mails());
    }

    [Fact]
    public async Task A_release_that_is_public_keeps_its_words()
    {
        var release = await SendAsync(Release(es: TranslationState.Draft));
        var input = Release(es: TranslationState.Draft);
        var changed = input with
        {
            Translations =
            new Dictionary<string, TranslationInput>(input.Translations) { ["en"] = new() { Headline = "Other", Body = "Other." } }
        };

        var result = await desk.Get<ReplaceRelease>().RunAsync(await FindAsync(release), changed, Bo, Cancellation);

        Assert.Equal(new TransitionResult.Refused(new TransitionDecision.WrongState(ReleaseState.Released)), result);
    }

    [Fact]
    public async Task Two_timers_at_once_send_a_late_translation_once()
    {
        var release = await SendAsync(Release(es: TranslationState.Draft));
        await ApproveOnlyAsync(release);
        await using var other = desk.Another();

        await Task.WhenAll(desk.RunTimerAsync(Cancellation), other.RunTimerAsync(Cancellation));
        await desk.RunAsync(Cancellation);

        Assert.Single(Mails(), mail => mail == "es@example.org es");
        Assert.Equal(4, desk.Relay.Mails.Count);
    }

    private Task<string> SubscribeAsync(string address, params IReadOnlyList<string> languages) =>
        desk.SubscribeAsync("press", address, Cancellation, SubscriptionState.Confirmed, languages);

    private async Task WantsAllAsync(string address)
    {
        var subscriptions = desk.Get<SubscriptionStore>();
        var found = (await subscriptions.FindAsync(
            "press", desk.Get<Distribution.Platform.Security.AddressHash>().Compute(MailAddress.Parse(address)!), Cancellation))!;
        await subscriptions.ReplaceAsync(found, found.Value with { LaterTranslations = true }, Cancellation);
    }

    private async Task<string> SendAsync(ReleaseInput input)
    {
        var created = await desk.Get<CreateRelease>()
            .RunAsync(input with { State = ReleaseState.Approved, Acknowledgements = Ticks }, Bo, null, Cancellation);
        await desk.RunAsync(Cancellation);
        return Assert.IsType<CreateReleaseResult.Created>(created).Release.Release.Id;
    }

    private async Task ApproveSpanishAsync(string release)
    {
        await ApproveOnlyAsync(release);
        await desk.RunAsync(Cancellation);
    }

    private async Task ApproveOnlyAsync(string release)
    {
        var before = await FindAsync(release);
        var input = Release(TranslationState.Ready) with
        {
            TranslationPolicy = before.Release.TranslationPolicy,
            WaitHours = before.Release.WaitHours
        };
        var written = Done(await desk.Get<ReplaceRelease>().RunAsync(before, input, Bo, Cancellation));
        Done(await desk.Get<ApproveRelease>()
            .RunAsync(written, new() { Version = written.Release.Version, Acknowledgements = Ticks }, Bo, Cancellation));
    }

    private async Task<ReleaseDocument> FindAsync(string release) => (await desk.Get<ReleaseStore>().FindAsync(release, Cancellation))!;

    private Task<Dispatch> FirstAsync(string release) => DispatchAsync(release, DispatchKind.Release);

    private async Task<Dispatch> DispatchAsync(string release, DispatchKind kind) =>
        (await desk.Get<DispatchStore>().OfReleaseAsync(release, Cancellation)).Single(found => found.Value.Kind == kind).Value;

    /// <summary>The recipients with their languages.</summary>
    private List<string> Mails() => [.. desk.Relay.Mails
        .Where(mail => mail.Message.Subject!.StartsWith("Headline", StringComparison.Ordinal))
        .Select(mail => $"{mail.Recipient} {mail.Message.Subject![^2..]}").Order(StringComparer.Ordinal)];

    private static ReleaseDocument Done(TransitionResult result) => Assert.IsType<TransitionResult.Done>(result).Release;

    private static ReleaseInput Release(TranslationState es) => new()
    {
        Office = DispatchHost.Office,
        PressOfficers = [DispatchHost.PressOfficer],
        Audience = new() { Lists = ["press"] },
        OriginalLanguage = "en",
        TranslationPolicy = TranslationPolicy.SendReady,
        Translations = new Dictionary<string, TranslationInput>
        {
            ["en"] = new() { Headline = "Headline in en", Body = "Body." },
            ["es"] = es == TranslationState.Draft ? new() { State = es } : new() { Headline = "Headline in es", Body = "Cuerpo." },
        },
    };
}
