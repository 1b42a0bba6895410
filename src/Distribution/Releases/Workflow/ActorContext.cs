using Distribution.Publisher.Users;

namespace Distribution.Releases.Workflow;

/// <summary>The facts about a user that decide which transitions of a release they may make.</summary>
/// <param name="Role">Their highest role at the release's office; null for none, and for the program itself.</param>
/// <param name="IsLastEditor">Whether the words that are to be approved are theirs.</param>
/// <param name="NeedsSecondUser">Whether the office, one above it or the organisation asks for approval by a second person.</param>
public readonly record struct ActorContext(Role? Role, bool IsLastEditor, bool NeedsSecondUser)
{
    /// <summary>The program itself, for what no person does.</summary>
    public static ActorContext Program { get; } = new(null, IsLastEditor: false, NeedsSecondUser: false);
}
