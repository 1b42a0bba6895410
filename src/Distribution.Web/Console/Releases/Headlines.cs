using Distribution.Platform.Languages;

namespace Distribution.Web.Console.Releases;

/// <summary>The name by which lists show a release; pure.</summary>
internal static class Headlines
{
    /// <summary>The original headline, else any that there is, else words that say that there is none yet.</summary>
    public static string Of(Names headlines, string original, Phrases words) =>
        headlines.FirstOrDefault(headline => headline.Key == original && headline.Value.Length > 0).Value
            ?? headlines.FirstOrDefault(headline => headline.Value.Length > 0).Value
            ?? words["no_headline"];
}
