using Distribution.Releases.Drafts;

namespace Distribution.Releases.Newsroom;

/// <summary>Decides about the visibility to the public; pure.</summary>
public static class Visibility
{
    /// <summary>A release is public once its dispatch has begun, and nowhere before.</summary>
    public static bool IsPublic(Release release) => release.State is ReleaseState.Dispatching or ReleaseState.Released;

    /// <summary>The translations of a release that have an address in the newsroom.</summary>
    public static IReadOnlyList<Translation> Public(ReleaseDocument document) =>
        IsPublic(document.Release) ? [.. document.Sendable.Where(text => text.Slug is not null)] : [];
}
