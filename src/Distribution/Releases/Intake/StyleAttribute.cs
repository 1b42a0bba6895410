using AngleSharp.Dom;

namespace Distribution.Releases.Intake;

/// <summary>Reads what an element says of its own looks; pure.</summary>
internal static class StyleAttribute
{
    /// <returns>The value in small letters, of which the last counts; null where there is none.</returns>
    public static string? Read(IElement element, string property)
    {
        if (element.GetAttribute("style") is not { } style) return null;
        string? value = null;
        foreach (var declaration in style.Split(';'))
        {
            var colon = declaration.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && declaration.AsSpan(0, colon).Trim().Equals(property, StringComparison.OrdinalIgnoreCase))
                value = declaration[(colon + 1)..].Replace("!important", "", StringComparison.OrdinalIgnoreCase).Trim().ToLowerInvariant();
        }

        return value;
    }
}
