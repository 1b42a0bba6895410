using Distribution.Releases.Drafts;
using Distribution.Releases.Workflow;
using Distribution.Testing;

namespace Distribution.Tests.Releases.Drafts;

/// <summary>Tests of the use cases of releases.</summary>
public abstract class ReleaseTests(Azurite azurite) : CoreHostTests(azurite)
{
    protected async Task<ReleaseDocument> CreateAsync(ReleaseInput? input = null, string? idempotencyKey = null) =>
        Assert.IsType<CreateReleaseResult.Created>(
            await App.Get<CreateRelease>().RunAsync(input ?? PressOffice.Release, PressOffice.Ana, idempotencyKey, Token)).Release;

    protected async Task<ReleaseDocument> ScheduleAsync(ReleaseDocument draft, DateTimeOffset? sendAt = null) =>
        Assert.IsType<TransitionResult.Done>(await App.Get<ScheduleRelease>().RunAsync(draft, sendAt, [], PressOffice.Bo, Token)).Release;

    protected async Task<ReleaseDocument> FindAsync(string id) => (await App.Get<ReleaseStore>().FindAsync(id, Token))!;

    /// <summary>The releases that the timer would find due by an instant.</summary>
    protected async Task<List<ReleaseTime>> DueAsync(DateTimeOffset at) =>
        await App.Get<ReleaseTimeStore>().DueAsync(at, Token).Select(row => row.Value).ToListAsync(Token);
}
