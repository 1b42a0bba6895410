namespace Distribution.Releases.Intake;

/// <summary>A part of a text that was not taken over, or of which only the words were.</summary>
/// <param name="Translation">Language of the text.</param>
/// <param name="What">Such as <c>script element</c>, <c>style attribute</c> or <c>link to javascript:</c>.</param>
/// <param name="Count">How many there were.</param>
/// <param name="Words">The words concerned: up to ten places, in up to 80 characters each; empty where there are none.</param>
public sealed record DroppedPart(string Translation, string What, int Count, IReadOnlyList<string> Words);
