using Distribution.Languages;

namespace Distribution.Web.Newsroom;

/// <summary>The newsroom's own sentences.</summary>
internal static class NewsroomPhrases
{
    public static PhraseBook Book { get; } = new(typeof(NewsroomPhrases).Assembly, "Distribution.Web.Newsroom.Phrases");
}
