using Distribution.Platform.Languages;

namespace Distribution.Releases.Newsroom;

/// <summary>
/// One list of public texts, newest first, in a partition of its own; pure. A further kind of list, such as that of a topic, is a further
/// shelf in <see cref="NewsroomRow.Shelves"/>.
/// </summary>
public static class NewsroomShelf
{
    /// <summary>Holds every public text, and says which other shelves hold it.</summary>
    public const string All = "all";

    /// <summary>The texts in a language and its variants: <c>language:pt</c> for <c>pt</c> and <c>pt-BR</c>.</summary>
    public static string Of(string language) => $"language:{LanguageTag.Primary(language)}";
}
