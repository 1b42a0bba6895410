namespace Distribution.Releases.Intake;

/// <summary>A text in HTML as it is kept.</summary>
/// <param name="Markdown">The same in Markdown.</param>
/// <param name="Dropped">What was not taken over, with how many there were.</param>
/// <param name="Relative">Addresses without a site of their own, where nobody has said which site that is.</param>
public sealed record ConvertedHtml(string Markdown, IReadOnlyDictionary<string, int> Dropped, IReadOnlyList<string> Relative);
