using Distribution.Audiences.MediaLists;
using Distribution.Audiences.Selection;
using Distribution.Contacts.Search;
using Distribution.Publisher.Topics;

namespace Distribution.Web.Console.Audience;

/// <summary>The page on which the audience of a release is chosen.</summary>
public sealed record AudienceContent
{
    public required AudienceForm Form { get; init; }

    /// <summary>The lists that a release of the office may go to.</summary>
    public required IReadOnlyList<MediaList> Lists { get; init; }

    public required TopicBook Topics { get; init; }

    /// <summary>Whether the user may change it now.</summary>
    public required bool CanEdit { get; init; }

    /// <summary>Whether a change would void an approval.</summary>
    public required bool VoidsApproval { get; init; }

    /// <summary>The numbers; null where they come later.</summary>
    public AudienceEstimate? Estimate { get; init; }

    public IDictionary<string, string[]>? Errors { get; init; }

    /// <summary>Whether somebody else has changed the audience meanwhile.</summary>
    public bool IsChanged { get; init; }

    /// <summary>The answer about one person.</summary>
    public WhyContent? Why { get; init; }
}

/// <summary>Whether one person would get the release.</summary>
public sealed record WhyContent
{
    /// <summary>The name or address as it was typed.</summary>
    public string Text { get; init; } = "";

    /// <summary>The people that it may mean; none where nobody was found or one was chosen.</summary>
    public IReadOnlyList<ContactSummary> Found { get; init; } = [];

    /// <summary>The name of the person that was chosen.</summary>
    public string Name { get; init; } = "";

    public AudienceExplanation? Explanation { get; init; }

    /// <summary>Names of the lists by id.</summary>
    public IReadOnlyDictionary<string, string> Lists { get; init; } = new Dictionary<string, string>();

    public bool IsNobody => Explanation is null && Found.Count == 0;
}
