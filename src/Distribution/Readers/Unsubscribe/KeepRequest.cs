namespace Distribution.Readers.Unsubscribe;

/// <summary>A choice instead of unsubscribing.</summary>
/// <param name="Choice">The kind of choice.</param>
/// <param name="Lists">The lists that they keep, the others of the link end; null for all.</param>
/// <param name="Until">The day on which a pause ends; null for <see cref="DefaultPause"/> from now.</param>
public sealed record KeepRequest(KeepChoice Choice, IReadOnlyList<string>? Lists = null, DateOnly? Until = null)
{
    public static readonly TimeSpan DefaultPause = TimeSpan.FromDays(30);

    public bool Keeps(string list) => Lists?.Contains(list) ?? true;
}
