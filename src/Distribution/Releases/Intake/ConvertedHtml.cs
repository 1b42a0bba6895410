namespace Distribution.Releases.Intake;

/// <summary>A text in HTML as it is kept.</summary>
/// <param name="Markdown">The same in Markdown.</param>
/// <param name="Dropped">The parts that were not taken over, with their number.</param>
/// <param name="Relative">Addresses without a site of their own, where nobody has said which site that is.</param>
public sealed record ConvertedHtml(string Markdown, IReadOnlyDictionary<string, int> Dropped, IReadOnlyList<string> Relative);
