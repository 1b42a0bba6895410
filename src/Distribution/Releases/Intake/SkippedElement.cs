using System.Globalization;
using AngleSharp.Dom;

namespace Distribution.Releases.Intake;

/// <summary>Elements that are left out together with their words; pure.</summary>
internal static class SkippedElement
{
    /// <summary>Width or height in pixels up to which an image shows nothing and only reports that it was loaded.</summary>
    private const int Invisible = 2;

    /// <returns>The name under which losses are counted; null for an element that is taken over.</returns>
    public static string? Name(IElement element)
    {
        if (IsNoText(element)) return $"{element.LocalName} element";
        if (element.LocalName == "img" && (IsInvisible(element, "width") || IsInvisible(element, "height"))) return "tracking image";
        return IsHidden(element) ? "hidden element" : null;
    }

    private static bool IsNoText(IElement element) => element.LocalName is "script" or "style" or "iframe" or "object" or "embed" or "form" or "input" or "button"
        or "select" or "textarea" or "svg" or "math" or "video" or "audio" or "canvas" or "noscript" or "template" or "link" or "meta" or "title" or "base" or "frame"
        or "frameset" or "applet" or "map" or "dialog" or "progress" or "meter" or "o:p" or "xml";

    private static bool IsHidden(IElement element) => element.HasAttribute("hidden")
        || StyleAttribute.Read(element, "display") == "none"
        || StyleAttribute.Read(element, "visibility") is "hidden" or "collapse"
        || StyleAttribute.Read(element, "mso-hide") == "all";

    private static bool IsInvisible(IElement image, string side) => IsTiny(image.GetAttribute(side)) || IsTiny(StyleAttribute.Read(image, side));

    private static bool IsTiny(string? size) =>
        double.TryParse((size ?? "").Replace("px", "", StringComparison.OrdinalIgnoreCase), NumberStyles.Float, CultureInfo.InvariantCulture, out var pixels)
        && pixels <= Invisible;
}
