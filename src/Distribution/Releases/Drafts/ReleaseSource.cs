namespace Distribution.Releases.Drafts;

/// <summary>
/// The release's identity in the system it was written in, e.g. <c>drupal</c> and <c>node/1234</c>; unique, so that a retry makes no second
/// release.
/// </summary>
public sealed record ReleaseSource(string System, string Id);
