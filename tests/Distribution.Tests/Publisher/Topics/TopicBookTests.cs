using Distribution.Platform.Validation;
using Distribution.Publisher.Topics;
using Distribution.Testing;

namespace Distribution.Tests.Publisher.Topics;

public sealed class TopicBookTests
{
    [Theory]
    [InlineData("migration", "migration")]
    [InlineData("Migrations", "migration")]
    [InlineData("MIGRACION", "migration")]
    [InlineData(" réfugiés ", "migration")]
    [InlineData("refugies", "migration")]
    [InlineData("sante", "health")]
    [InlineData("Salud", "health")]
    [InlineData("coral reefs", "reefs")]
    [InlineData("volcanoes", null)]
    [InlineData("", null)]
    public void A_word_means_a_topic_by_id_name_or_synonym_in_any_language(string word, string? topic) =>
        Assert.Equal(topic, SampleTopics.Book.Find(word));

    [Fact]
    public void Words_are_kept_as_ids_once_each_and_those_that_mean_nothing_as_they_are() =>
        Assert.Equal(["health", "volcanoes"], SampleTopics.Book.Keep(["santé", "health", "volcanoes"]));

    [Fact]
    public void Without_topics_every_word_stands_for_itself()
    {
        FieldErrors errors = new();

        Assert.Equal(["reefs"], TopicBook.Empty.Check("topics", ["Reefs"], errors));
        Assert.False(errors.Any);
        Assert.Equal(["Reefs"], TopicBook.Empty.Covering(["Reefs"]));
    }

    [Fact]
    public void A_release_names_topics_by_any_word_and_a_word_that_means_none_is_an_error()
    {
        FieldErrors errors = new();

        Assert.Equal(["health", "volcanoes"], SampleTopics.Book.Check("topics", ["Santé", "santé", "volcanoes"], errors));
        Assert.Equal(["topics.2"], errors.ToDictionary().Keys);
    }

    [Fact]
    public void A_topic_is_covered_by_its_own_words_and_those_above_it_and_not_by_those_below()
    {
        Assert.Superset(new HashSet<string> { "vaccination", "health", "Santé" }, SampleTopics.Book.Covering(["vaccination"]).ToHashSet());
        Assert.DoesNotContain("vaccination", SampleTopics.Book.Covering(["health"]));
    }

    [Fact]
    public void A_deleted_topic_means_the_one_that_replaced_it()
    {
        TopicBook book = new([SampleTopics.Health with { Replaces = ["medicine"] }]);

        Assert.Equal("health", book.Find("medicine"));
        Assert.Equal("Santé", book.Name("medicine", "fr"));
        Assert.Contains("medicine", book.Covering(["health"]));
    }

    [Fact]
    public void Topics_are_sorted_by_name_in_the_language_and_those_below_stand_under_theirs()
    {
        Assert.Equal(["reefs", "health", "migration"], SampleTopics.Book.Roots("en").Select(topic => topic.Id));
        Assert.Equal(["migration", "reefs", "health"], SampleTopics.Book.Roots("fr").Select(topic => topic.Id));
        Assert.Equal(["vaccination"], SampleTopics.Book.Below("health", "en").Select(topic => topic.Id));
    }

    [Fact]
    public void What_is_not_right_in_a_topic_is_named()
    {
        Topic topic = new()
        {
            Id = "new",
            Names = new([new("en", "Health")]),
            Synonyms = new Dictionary<string, IReadOnlyList<string>> { ["fr"] = ["", "refugies"], ["?"] = ["x"] },
            Parent = "nothing",
        };

        Assert.Equal(
            ["parent", "synonyms.fr.0", "synonyms.?", "names.en", "synonyms.fr.1"], Errors(topic).ToDictionary().Keys);
        Assert.Equal(["parent"], Errors(SampleTopics.Health with { Parent = "vaccination" }).ToDictionary().Keys);
        Topic spanish = new() { Id = "salud", Names = new([new("en", "New")]) };
        Assert.Equal(["id"], Errors(spanish).ToDictionary().Keys);
        Assert.False(Errors(SampleTopics.Migration).Any);
    }

    private static FieldErrors Errors(Topic topic)
    {
        FieldErrors errors = new();
        TopicRules.Check(topic, SampleTopics.Book, errors);
        return errors;
    }
}
