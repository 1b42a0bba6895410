using Distribution.Platform.Audit;
using Distribution.Publisher.Users;

namespace Distribution.Releases.Workflow;

/// <summary>The user who requests a transition of a release.</summary>
/// <param name="User">Id of the user.</param>
/// <param name="Key">Id of the API key that acts for them, if it is one.</param>
/// <param name="Role">Their highest role at the release's office.</param>
public sealed record Requester(string User, string? Key, Role? Role)
{
    public Actor Actor => new(User, Key);
}
