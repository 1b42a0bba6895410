using Distribution.Platform.Languages;

namespace Distribution.Web.Releases.Newsroom;

/// <summary>The newsroom's own sentences.</summary>
internal static class NewsroomPhrases
{
    public static PhraseBook Book { get; } = new(typeof(NewsroomPhrases).Assembly, "Distribution.Web.Releases.Newsroom.Phrases");
}
