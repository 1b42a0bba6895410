using System.Globalization;
using AngleSharp.Dom;

namespace Distribution.Releases.Intake;

/// <summary>The style that the elements around a text give it.</summary>
/// <param name="Emphasis">Whether it is bold or italic.</param>
/// <param name="Link">Where it leads.</param>
internal readonly record struct TextStyle(Emphasis Emphasis, string? Link)
{
    private const int LeastBold = 600;

    /// <summary>The style inside an element. Some editors write a bold that is none, and a span that is bold.</summary>
    public TextStyle Within(IElement element)
    {
        var emphasis = element.LocalName switch
        {
            "strong" or "b" => Emphasis | Emphasis.Bold,
            "em" or "i" or "cite" or "dfn" => Emphasis | Emphasis.Italic,
            _ => Emphasis,
        };
        if (IsBold(StyleAttribute.Read(element, "font-weight")) is { } bold) emphasis = Set(emphasis, Emphasis.Bold, bold);
        if (StyleAttribute.Read(element, "font-style") is { } slant) emphasis = Set(emphasis, Emphasis.Italic, slant is "italic" or "oblique");
        return this with { Emphasis = emphasis };
    }

    private static bool? IsBold(string? weight) => weight switch
    {
        "bold" or "bolder" => true,
        "normal" or "lighter" => false,
        _ => int.TryParse(weight, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number >= LeastBold : null,
    };

    private static Emphasis Set(Emphasis emphasis, Emphasis mark, bool isSet) => isSet ? emphasis | mark : emphasis & ~mark;
}
