using Distribution.Publisher.Users;

namespace Distribution.Releases.Workflow;

/// <summary>Who wants to do something to a release, as far as it decides whether they may.</summary>
/// <param name="Role">Their highest role at the release's office; null for none, and for the program itself.</param>
/// <param name="IsLastEditor">Whether the words that are to be approved are theirs.</param>
/// <param name="NeedsSecondPerson">Whether the office, one above it or the organisation asks for approval by a second person.</param>
public readonly record struct Standing(Role? Role, bool IsLastEditor, bool NeedsSecondPerson)
{
    /// <summary>The program itself, for what no person does.</summary>
    public static Standing Program { get; } = new(null, IsLastEditor: false, NeedsSecondPerson: false);
}
