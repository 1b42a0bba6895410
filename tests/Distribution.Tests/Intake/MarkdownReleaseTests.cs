using Distribution.Intake;

namespace Distribution.Tests.Intake;

public sealed class MarkdownReleaseTests
{
    private const string Right = """
        ---
        office: port-of-spain
        officers: [ines-marchand]
        lists:
          - caribbean-press
          - radio
        topics: reefs
        language: fr
        headline: "Quatre États : leurs récifs"
        dateline: Kingston, Jamaïque
        sendAt: 2027-01-04T09:00:00-04:00
        waitHours: 3
        source: { system: git, id: news/4.md }
        ---

        À Kingston, **quatre** États…

        ---

        Une règle n'est pas la fin.
        """;

    [Fact]
    public void The_data_before_the_text_become_the_json_form()
    {
        var (release, problem) = MarkdownRelease.Parse("\ufeff" + Right.ReplaceLineEndings("\r\n"));

        Assert.Null(problem);
        Assert.Equal(
            """
            {"office":"port-of-spain","officers":["ines-marchand"],"topics":["reefs"],"sendAt":"2027-01-04T09:00:00-04:00","waitHours":3,"source":{"system":"git","id":"news/4.md"},"originalLanguage":"fr","audience":{"lists":["caribbean-press","radio"]},"translations":{"fr":{"body":"\u00C0 Kingston, **quatre** \u00C9tats\u2026\n\n---\n\nUne r\u00E8gle n\u0027est pas la fin.","headline":"Quatre \u00C9tats : leurs r\u00E9cifs","dateline":"Kingston, Jama\u00EFque"}}}
            """,
            release!.ToJsonString());
    }

    [Theory]
    [InlineData("No front matter", "The first line is ---")]
    [InlineData("---\noffice: a\n", "The first line is ---")]
    [InlineData("---\noffice: a\nheadlne: b\n---\n", "Line 3: there is no headlne.")]
    [InlineData("---\noffice: a\n---\nBody", "There is no language")]
    [InlineData("---\n- a\n---\nBody", "Between the two lines")]
    [InlineData("---\noffice: [a\n---\nBody", "cannot be read as YAML")]
    [InlineData("---\noffice: a\noffice: b\n---\nBody", "cannot be read as YAML")]
    [InlineData("", "The first line is ---")]
    public void What_is_wrong_is_said_with_its_line(string text, string problem) =>
        Assert.Contains(problem, MarkdownRelease.Parse(text).Problem, StringComparison.Ordinal);
}
