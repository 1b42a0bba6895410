using Distribution.Publisher.Users;
using Distribution.Releases.Drafts;
using Distribution.Releases.Workflow;

namespace Distribution.Tests.Releases.Drafts;

public sealed class ReleaseStateMachineTests
{
    private const string Actions = "Replace Translate Remove Submit Approve Return Withdraw Reopen Schedule Unschedule Dispatch Finish";

    /// <summary>For each state, what each action leads to: the first letters of the next state, or a dash where nobody can do it.</summary>
    private static readonly Dictionary<ReleaseState, string> Table = new()
    {
        [ReleaseState.Draft] = "Dra  Dra  Dra  Sub  -    -    Wit  -    Sch  -    -    -",
        [ReleaseState.Returned] = "Ret  Ret  Ret  Sub  -    -    Wit  -    Sch  -    -    -",
        [ReleaseState.Submitted] = "Sub  Sub  -    -    App  Ret  Wit  -    Sch  -    -    -",
        [ReleaseState.Approved] = "Dra  App  -    App  App  Ret  Wit  -    Sch  -    -    -",
        [ReleaseState.Scheduled] = "Dra  Sch  -    Sch  Sch  Ret  Wit  -    -    App  Dis  -",
        [ReleaseState.Dispatching] = "-    Dis  -    Dis  Dis  Dis  -    -    -    -    -    Rel",
        [ReleaseState.Released] = "-    Rel  -    Rel  Rel  Rel  -    -    -    -    -    -",
        [ReleaseState.Withdrawn] = "-    -    Wit  -    -    -    -    Dra  -    -    -    -",
    };

    public static TheoryData<ReleaseState, ReleaseAction, string> Cells()
    {
        TheoryData<ReleaseState, ReleaseAction, string> cells = [];
        foreach (var (state, line) in Table)
        {
            foreach (var (action, next) in Actions.Split(' ').Zip(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
                cells.Add(state, Enum.Parse<ReleaseAction>(action), next);
        }

        return cells;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Every_action_in_every_state_leads_where_the_table_says(ReleaseState state, ReleaseAction action, string next) =>
        Assert.Equal(next, ReleaseStateMachine.After(state, action)?.ToString()[..3] ?? "-");

    [Fact]
    public void The_table_has_every_state_and_every_action()
    {
        Assert.Equal(Enum.GetValues<ReleaseState>().Order(), Table.Keys.Order());
        Assert.Equal(Enum.GetNames<ReleaseAction>(), Actions.Split(' '));
        Assert.All(Table.Values, line => Assert.Equal(Actions.Split(' ').Length, line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length));
    }

    [Theory]
    [InlineData(ReleaseAction.Replace, Role.Author)]
    [InlineData(ReleaseAction.Translate, Role.Author)]
    [InlineData(ReleaseAction.Remove, Role.Author)]
    [InlineData(ReleaseAction.Submit, Role.Author)]
    [InlineData(ReleaseAction.Withdraw, Role.Author)]
    [InlineData(ReleaseAction.Reopen, Role.Author)]
    [InlineData(ReleaseAction.Approve, Role.Approver)]
    [InlineData(ReleaseAction.Return, Role.Approver)]
    [InlineData(ReleaseAction.Schedule, Role.Approver)]
    [InlineData(ReleaseAction.Unschedule, Role.Approver)]
    public void Whoever_has_less_than_the_least_role_is_refused_in_every_state(ReleaseAction action, Role least)
    {
        foreach (var state in Enum.GetValues<ReleaseState>())
        {
            Assert.Equal(new TransitionDecision.Needs(least), ReleaseStateMachine.Decide(state, action, new(null, false, false)));
            foreach (var role in Enum.GetValues<Role>())
            {
                var answer = ReleaseStateMachine.Decide(state, action, new(role, false, false));
                if (role < least) Assert.Equal(new TransitionDecision.Needs(least), answer);
                else Assert.Equal(ReleaseStateMachine.After(state, action) is { } next ? new TransitionDecision.Leads(next) : new TransitionDecision.WrongState(state), answer);
            }
        }
    }

    [Theory]
    [InlineData(ReleaseAction.Dispatch, ReleaseState.Scheduled)]
    [InlineData(ReleaseAction.Finish, ReleaseState.Dispatching)]
    public void What_the_program_does_takes_no_role(ReleaseAction action, ReleaseState state) =>
        Assert.IsType<TransitionDecision.Leads>(ReleaseStateMachine.Decide(state, action, ActorContext.Program));

    [Theory]
    [InlineData(ReleaseState.Submitted, ReleaseAction.Approve)]
    [InlineData(ReleaseState.Scheduled, ReleaseAction.Approve)]
    [InlineData(ReleaseState.Released, ReleaseAction.Approve)]
    [InlineData(ReleaseState.Draft, ReleaseAction.Schedule)]
    [InlineData(ReleaseState.Submitted, ReleaseAction.Schedule)]
    public void Where_a_second_user_is_required_the_last_editor_approves_nothing(ReleaseState state, ReleaseAction action)
    {
        Assert.IsType<TransitionDecision.NeedsSecondUser>(ReleaseStateMachine.Decide(state, action, new(Role.Administrator, true, true)));
        Assert.IsType<TransitionDecision.Leads>(ReleaseStateMachine.Decide(state, action, new(Role.Approver, true, false)));
        Assert.IsType<TransitionDecision.Leads>(ReleaseStateMachine.Decide(state, action, new(Role.Approver, false, true)));
    }

    [Fact]
    public void The_last_editor_may_set_the_time_of_what_another_has_approved() =>
        Assert.IsType<TransitionDecision.Leads>(ReleaseStateMachine.Decide(ReleaseState.Approved, ReleaseAction.Schedule, new(Role.Approver, true, true)));
}
