namespace Distribution.Web.Console.Components;

/// <summary>A part of a thing, as its navigation shows it.</summary>
/// <param name="Language">Language of the text, where it is not the page's.</param>
/// <param name="Mark">A number or word beside it.</param>
public sealed record Tab(string Text, string Address, bool IsHere, string? Language = null, string? Mark = null);
