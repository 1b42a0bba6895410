namespace Distribution.Releases.Drafts;

/// <summary>Row of <c>Slugs</c>: whose a slug is, for good. The key is the slug.</summary>
public sealed record ReservedSlug
{
    public required string Release { get; init; }

    public required string Language { get; init; }
}
