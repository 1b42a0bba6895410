using System.Text.Json.Nodes;

namespace Distribution.Web.Tests.Releases.Drafts;

/// <summary>A release as a program posts it.</summary>
internal static class ReleaseJson
{
    public static JsonObject Right() => JsonNode.Parse("""
        {
          "office": "port-of-spain",
          "pressOfficers": ["maelle"],
          "topics": ["Reefs"],
          "countries": ["JM"],
          "audience": { "lists": ["everyone", "desk-press"] },
          "originalLanguage": "fr",
          "translations": {
            "fr": { "headline": "Quatre États comptent leurs récifs", "body": "À **Kingston**, quatre États…" },
            "en": { "headline": "Four states count their reefs", "body": "In **Kingston**, four states…" }
          }
        }
        """)!.AsObject();

    /// <summary>
    /// The release with one member, such as <c>translations.fr.body</c>, set to the JSON value, or without it where there is none.
    /// </summary>
    public static string With(string member, string? value)
    {
        var release = Right();
        var names = member.Split('.');
        var parent = names[..^1].Aggregate((JsonNode)release, (node, name) => node[name]!).AsObject();
        if (value is null) parent.Remove(names[^1]);
        else parent[names[^1]] = JsonNode.Parse(value);
        return release.ToJsonString();
    }
}
