using System.Globalization;
using System.Text.Json.Nodes;
using Distribution.Platform.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Distribution.Releases.Intake;

/// <summary>
/// Reads a release in one language from a Markdown file: between two lines of <c>---</c> its data in YAML, and then its body; pure. The
/// names are those of the JSON form, with the text's own beside them: <c>language</c>, <c>headline</c>, <c>lists</c> and so on.
/// </summary>
public static class MarkdownRelease
{
    private const string Fence = "---";

    /// <summary>Belongs to the text.</summary>
    private static readonly string[] OfText = ["headline", "subheading", "dateline", "summary"];

    private static readonly string[] Words = ["office", "sendAt", "state", "translationPolicy", "sourceUrl"];
    private static readonly string[] Lists = ["pressOfficers", "topics", "countries", "acknowledgements"];

    /// <summary>Of the audience, under the names that they have there.</summary>
    private static readonly string[] OfAudience = ["lists", "excludedLists"];

    private static readonly string[] Known = ["language", "source", "waitHours", .. OfText, .. Words, .. Lists, .. OfAudience];

    /// <returns>The JSON form, or what is wrong and on which line.</returns>
    public static (JsonObject? Release, string? Problem) Parse(string text)
    {
        var lines = TextCharacters.Mend(text).ReplaceLineEndings("\n").Split('\n');
        var end = lines[0].TrimEnd() == Fence ? Array.FindIndex(lines, 1, line => line.TrimEnd() == Fence) : -1;
        if (end < 0)
            return (
                null, "The first line is ---, then come lines such as office: port-of-spain and headline: …, and a line of --- before "
                    + "the body.");
        try
        {
            return Read(string.Join('\n', lines[1..end]), string.Join('\n', lines[(end + 1)..]).Trim('\n'));
        }
        catch (YamlException failure)
        {
            return (null, $"Line {failure.Start.Line + 1} cannot be read as YAML: {failure.Message}");
        }
    }

    private static (JsonObject? Release, string? Problem) Read(string yaml, string body)
    {
        if (FrontMatterShape.Check(yaml) is { } tooMuch) return (null, tooMuch);
        YamlStream stream = [];
        stream.Load(new StringReader(yaml));
        if (stream.Documents is not [{ RootNode: YamlMappingNode data }])
            return (null, "Between the two lines of --- stand lines such as office: port-of-spain.");
        JsonObject release = [], text = new() { ["body"] = body }, audience = [];
        string? language = null;
        foreach (var (key, value) in data.Children)
        {
            if (Problem(key, value) is { } problem) return (null, $"Line {key.Start.Line + 1}: {problem}");
            var name = Name(key);
            if (name == "language") language = Word(value);
            else if (OfText.Contains(name)) text[name] = Word(value);
            else if (OfAudience.Contains(name)) audience[name] = ListOf(value);
            else if (Lists.Contains(name)) release[name] = ListOf(value);
            else if (name == "waitHours") release[name] =
                int.TryParse(Word(value), NumberStyles.None, CultureInfo.InvariantCulture, out var hours) ? hours : Word(value);
            else release[name] = value is YamlMappingNode map ? Fields(map) : Word(value);
        }

        if (string.IsNullOrWhiteSpace(language)) return (null, "There is no language: write a line such as language: fr.");
        (release["originalLanguage"], release["audience"], release["translations"]) =
            (language, audience, new JsonObject { [language] = text });
        return (release, null);
    }

    private static string? Problem(YamlNode key, YamlNode value)
    {
        if (key is not YamlScalarNode) return "a name is a word, such as office.";
        var name = Name(key);
        if (!Known.Contains(name)) return $"there is no {name}. It may be one of {string.Join(", ", Known.Order(StringComparer.Ordinal))}.";
        if (name == "source")
            return value is not YamlMappingNode map || map.Children.All(pair => pair is { Key: YamlScalarNode, Value: YamlScalarNode })
                ? null
                : "source has words, such as { system: drupal, id: 7 }.";
        if (Lists.Contains(name) || OfAudience.Contains(name))
            return value is YamlScalarNode || (value is YamlSequenceNode list && list.Children.All(item => item is YamlScalarNode))
                ? null
                : $"{name} is a list of words, such as [a, b].";
        return value is YamlScalarNode ? null : $"{name} is one value. Text with signs such as [, {{ or : stands in quotation marks.";
    }

    private static string Name(YamlNode key) => ((YamlScalarNode)key).Value ?? "";

    private static JsonObject Fields(YamlMappingNode map) =>
        new(map.Children.Select(pair => KeyValuePair.Create(Name(pair.Key), (JsonNode?)Word(pair.Value))));

    private static string? Word(YamlNode node) => node is YamlScalarNode { Value: { } word } && word.Length > 0 ? word : null;

    /// <summary>One word is a list of one.</summary>
    private static JsonArray ListOf(YamlNode node) =>
        node is YamlSequenceNode sequence
            ? new([.. sequence.Children.Select(item => (JsonNode?)Word(item))])
            : Word(node) is { } one ? [one] : [];
}
