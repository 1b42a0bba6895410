using Distribution.Audiences.MediaLists;
using Distribution.Dispatches.Ledger;
using Distribution.Publisher.Offices;
using Distribution.Releases.Checks;
using Distribution.Releases.Drafts;
using Distribution.Releases.Workflow;

namespace Distribution.Web.Console.Send;

/// <summary>The page on which a release is submitted, answered and sent.</summary>
public sealed record SendContent
{
    public required SendForm Form { get; init; }

    public required SendSteps Steps { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>Names of the organisation's users by id.</summary>
    public required IReadOnlyDictionary<string, string> Users { get; init; }

    /// <summary>Names of the users who may answer for it.</summary>
    public required IReadOnlyList<string> Approvers { get; init; }

    /// <summary>The dispatches of a release that is public or about to be.</summary>
    public IReadOnlyList<Dispatch> Dispatches { get; init; } = [];

    /// <summary>The findings of the checks; null where they come later.</summary>
    public IReadOnlyList<CheckFinding>? Findings { get; init; }

    /// <summary>The review of an approver; null where it comes later.</summary>
    public SendReview? Review { get; init; }

    /// <summary>Why nothing was done, by name; null where nothing was asked for.</summary>
    public string? Refusal { get; init; }

    /// <summary>The changes since the version that the user saw.</summary>
    public VersionDifferences? Changed { get; init; }

    /// <summary>Messages by field.</summary>
    public IDictionary<string, string[]>? Errors { get; init; }

    /// <summary>The fault of the time, in the user's language.</summary>
    public string? Trouble { get; init; }

    public string NameOf(string? user, string unknown) => user is not null && Users.TryGetValue(user, out var name) ? name : unknown;
}

/// <summary>The rest of what an approver looks at, beside the words of a release.</summary>
/// <param name="Contacts">The press contacts that journalists may call.</param>
/// <param name="Lists">The media lists by id.</param>
/// <param name="Changes">The changes since they last saw it, or since it was approved; null where there is no earlier version.</param>
public sealed record SendReview(
    IReadOnlyList<PressContact> Contacts, IReadOnlyDictionary<string, MediaList> Lists, UnseenChanges? Changes)
{
    public string NameOf(string list, string language) => Lists.TryGetValue(list, out var found) ? found.Names.In(language) : list;
}
