using Distribution.Releases.Intake;

namespace Distribution.Tests.Releases.Intake;

public sealed class MarkdownReleaseTests
{
    private const string Right = """
        ---
        office: port-of-spain
        pressOfficers: [ines-marchand]
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
            {"office":"port-of-spain","pressOfficers":["ines-marchand"],"topics":["reefs"],"sendAt":"2027-01-04T09:00:00-04:00","waitHours":3,"source":{"system":"git","id":"news/4.md"},"originalLanguage":"fr","audience":{"lists":["caribbean-press","radio"]},"translations":{"fr":{"body":"\u00C0 Kingston, **quatre** \u00C9tats\u2026\n\n---\n\nUne r\u00E8gle n\u0027est pas la fin.","headline":"Quatre \u00C9tats : leurs r\u00E9cifs","dateline":"Kingston, Jama\u00EFque"}}}
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
    [InlineData("---\n[a]: b\n---\nBody", "Line 2: a name is a word")]
    [InlineData("---\nlanguage: fr\nsource: { [a]: b }\n---\nBody", "Line 3: source has words")]
    [InlineData("---\nlanguage: fr\nsource: { system: [a] }\n---\nBody", "Line 3: source has words")]
    [InlineData("---\nlanguage: fr\npressOfficers: {a: b}\n---\nBody", "Line 3: pressOfficers is a list of words")]
    [InlineData("---\nlanguage: fr\ntopics: [[a]]\n---\nBody", "Line 3: topics is a list of words")]
    [InlineData("---\nlanguage: fr\nlists: {a: b}\n---\nBody", "Line 3: lists is a list of words")]
    [InlineData("---\nlanguage: fr\nheadline: {a: b}\n---\nBody", "Line 3: headline is one value")]
    [InlineData("---\nlanguage: fr\noffice: [a, b]\n---\nBody", "Line 3: office is one value")]
    [InlineData("---\nlanguage: &a fr\noffice: b\n---\nBody", "Line 2: names such as &a")]
    [InlineData("---\nlanguage: fr\noffice: *a\n---\nBody", "Line 3: names such as &a")]
    public void What_is_wrong_is_said_with_its_line(string text, string problem) =>
        Assert.Contains(problem, MarkdownRelease.Parse(text).Problem, StringComparison.Ordinal);

    [Theory]
    [InlineData("topics: ", "[")]
    [InlineData("topics: ", "{a: ")]
    [InlineData("", "- ")]
    [InlineData("", "? ")]
    public void Data_that_lie_thousands_deep_are_refused_and_the_program_goes_on(string start, string again)
    {
        var deep = start + string.Concat(Enumerable.Repeat(again, 100_000));

        Assert.Contains("too deep", MarkdownRelease.Parse($"---\n{deep}\n---\nBody").Problem, StringComparison.Ordinal);
    }
}
