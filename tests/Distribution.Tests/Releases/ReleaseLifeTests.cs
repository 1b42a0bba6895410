using Distribution.Releases;

namespace Distribution.Tests.Releases;

public sealed class ReleaseLifeTests
{
    [Theory]
    [InlineData(ReleaseState.Draft, ReleaseAction.Replace, ReleaseState.Draft)]
    [InlineData(ReleaseState.Draft, ReleaseAction.Remove, ReleaseState.Draft)]
    [InlineData(ReleaseState.Draft, ReleaseAction.Schedule, ReleaseState.Scheduled)]
    [InlineData(ReleaseState.Scheduled, ReleaseAction.Unschedule, ReleaseState.Draft)]
    [InlineData(ReleaseState.Scheduled, ReleaseAction.Dispatch, ReleaseState.Dispatching)]
    [InlineData(ReleaseState.Dispatching, ReleaseAction.Finish, ReleaseState.Released)]
    public void An_action_leads_to_the_next_state(ReleaseState state, ReleaseAction action, ReleaseState next) =>
        Assert.Equal(next, ReleaseLife.After(state, action));

    [Fact]
    public void Every_other_action_is_refused()
    {
        var allowed = Enum.GetValues<ReleaseState>()
            .SelectMany(_ => Enum.GetValues<ReleaseAction>(), (state, action) => ReleaseLife.Allows(state, action))
            .Count(allows => allows);

        Assert.Equal(6, allowed);
    }
}
