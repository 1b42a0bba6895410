namespace Distribution.Mail.Rendering;

/// <summary>The release in another language, by that language's own name.</summary>
internal sealed record OtherLanguageView(string Language, string Name, string Link);
