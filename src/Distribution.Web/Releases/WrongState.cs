using Distribution.Releases;
using Distribution.Web.Problems;

namespace Distribution.Web.Releases;

/// <summary>409: the release is past, or not yet at, the state in which this can be done.</summary>
internal static class WrongState
{
    public static ConflictProblem Of(ReleaseState state) => new(ProblemTypes.WrongState, state switch
    {
        ReleaseState.Draft => "The release is a draft.",
        ReleaseState.Scheduled => "The release is scheduled. Unschedule it first.",
        _ => "The release is public.",
    });
}
