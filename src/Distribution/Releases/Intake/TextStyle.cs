using System.Globalization;
using AngleSharp.Dom;

namespace Distribution.Releases.Intake;

/// <summary>The style that the elements around a text give it.</summary>
/// <param name="Emphasis">Whether it is bold, italic or struck out.</param>
/// <param name="Link">Where it leads.</param>
internal readonly record struct TextStyle(Emphasis Emphasis, string? Link)
{
    private const int LeastBold = 600;

    public Height Height { get; init; }

    /// <summary>Whether line ends in the text are line ends.</summary>
    public bool KeepsLines { get; init; }

    /// <summary>Whether it is in a quotation in a line.</summary>
    public bool IsQuoted { get; init; }

    /// <summary>The emphasis that signs inside a struck out part stand for.</summary>
    public bool IsStruck => (Emphasis & Emphasis.Struck) != 0;

    /// <summary>The style inside an element. Some editors write a bold that is none, and a span that is bold.</summary>
    public TextStyle Within(IElement element)
    {
        var emphasis = element.LocalName switch
        {
            "strong" or "b" => Emphasis | Emphasis.Bold,
            "em" or "i" or "cite" or "dfn" or "var" => Emphasis | Emphasis.Italic,
            "del" or "s" or "strike" => Emphasis | Emphasis.Struck,
            _ => Emphasis,
        };
        if (IsBold(StyleAttribute.Read(element, "font-weight")) is { } bold) emphasis = Set(emphasis, Emphasis.Bold, bold);
        if (StyleAttribute.Read(element, "font-style") is { } slant)
            emphasis = Set(emphasis, Emphasis.Italic, slant is "italic" or "oblique");
        if (IsStruckOut(element)) emphasis |= Emphasis.Struck;
        return this with
        {
            Emphasis = emphasis,
            Height = HeightIn(element),
            KeepsLines = StyleAttribute.Read(element, "white-space") is { } space
                ? space.StartsWith("pre", StringComparison.Ordinal) || space == "break-spaces"
                : KeepsLines,
        };
    }

    private Height HeightIn(IElement element) => (element.LocalName, StyleAttribute.Read(element, "vertical-align")) switch
    {
        (_, "super") => Height.Raised,
        (_, "sub") => Height.Lowered,
        ("sup" or "sub", "baseline") => Height.Usual,
        ("sup", _) => Height.Raised,
        ("sub", _) => Height.Lowered,
        _ => Height,
    };

    private static bool IsStruckOut(IElement element) =>
        (StyleAttribute.Read(element, "text-decoration") ?? "").Contains("line-through", StringComparison.Ordinal)
        || (StyleAttribute.Read(element, "text-decoration-line") ?? "").Contains("line-through", StringComparison.Ordinal);

    private static bool? IsBold(string? weight) => weight switch
    {
        "bold" or "bolder" => true,
        "normal" or "lighter" => false,
        _ => int.TryParse(weight, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number >= LeastBold : null,
    };

    private static Emphasis Set(Emphasis emphasis, Emphasis mark, bool isSet) => isSet ? emphasis | mark : emphasis & ~mark;
}
