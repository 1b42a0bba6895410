using Distribution.Audiences.MediaLists;
using Distribution.Audiences.Selection;

namespace Distribution.Web.Console.Send;

/// <summary>The page before a release is sent.</summary>
public sealed record ConfirmContent
{
    public required SendForm Form { get; init; }

    public required SendAnswer Answer { get; init; }

    /// <summary>When it is sent; null for at once, and where it is held.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>That time in words.</summary>
    public string Time { get; init; } = "";

    /// <summary>The people it would be sent to; null where it is held, or goes to those who wait for a translation.</summary>
    public AudienceEstimate? Estimate { get; init; }

    /// <summary>The media lists by id.</summary>
    public required IReadOnlyDictionary<string, MediaList> Lists { get; init; }

    /// <summary>Languages of the texts that are approved by it.</summary>
    public required IReadOnlyList<string> Texts { get; init; }
}
