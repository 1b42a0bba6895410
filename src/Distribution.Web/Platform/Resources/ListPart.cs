namespace Distribution.Web.Platform.Resources;

/// <summary>Part of a list.</summary>
/// <param name="Items">The things, in the list's order.</param>
/// <param name="Next">Give it back as <c>after</c> to read on; null at the end.</param>
/// <param name="Total">How many things the whole list has; only where counting costs nothing.</param>
internal sealed record ListPart<T>(IReadOnlyList<T> Items, string? Next, int? Total = null);
