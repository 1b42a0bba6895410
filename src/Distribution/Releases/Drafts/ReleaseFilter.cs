using Distribution.Platform.Text;

namespace Distribution.Releases.Drafts;

/// <summary>Which releases a list shows; what is left out lets all pass.</summary>
public sealed record ReleaseFilter
{
    public IReadOnlyCollection<ReleaseState> States { get; init; } = [];

    /// <summary>Ids of offices, those below them included.</summary>
    public IReadOnlyCollection<string> Offices { get; init; } = [];

    /// <summary>Id of the user who created it or wrote its latest version.</summary>
    public string? Author { get; init; }

    /// <summary>Words that its headlines have, in any language; case and accents do not matter.</summary>
    public string? Text { get; init; }

    /// <summary>Created at this instant or later.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Created before this instant.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <summary>Whether an approver has been asked and has not answered.</summary>
    public bool AwaitsApproval { get; init; }

    public bool Passes(ReleaseEntry entry) =>
        (States.Count == 0 || States.Contains(entry.State))
        && (Offices.Count == 0 || Offices.Contains(entry.Office))
        && WordFilter.Passes(Text, entry.Headlines.Select(headline => headline.Value));
}
