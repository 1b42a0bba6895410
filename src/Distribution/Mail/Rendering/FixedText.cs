using Distribution.Platform.Languages;
using Distribution.Platform.Text;

namespace Distribution.Mail.Rendering;

/// <summary>A text that stands in every mail, as the templates print it; with its own language, which may be another than the mail's.</summary>
internal sealed record FixedText(string Language, string Direction, string Html, string Text, bool HasImages)
{
    public static FixedText From(Names texts, string language)
    {
        var prose = Prose.Parse(texts.In(language));
        var own = texts.LanguageOf(language) ?? language;
        return new(own, LanguageTag.Direction(own), prose.Html, prose.PlainText, prose.Images.Any());
    }
}
