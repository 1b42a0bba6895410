using Distribution.Platform.Languages;
using Distribution.Publisher.Topics;

namespace Distribution.Testing;

/// <summary>A small vocabulary: migration, health with vaccination below it, and reefs.</summary>
public static class SampleTopics
{
    public static Topic Migration { get; } = new()
    {
        Id = "migration",
        Names = Names("Migration", "Migrations", "Migración"),
        Synonyms = new Dictionary<string, IReadOnlyList<string>> { ["en"] = ["migrants"], ["fr"] = ["réfugiés"] },
    };

    public static Topic Health { get; } = new() { Id = "health", Names = Names("Health", "Santé", "Salud") };

    public static Topic Vaccination { get; } = new()
    {
        Id = "vaccination",
        Names = Names("Vaccination", "Vaccination", "Vacunación"),
        Parent = "health",
    };

    public static Topic Reefs { get; } = new() { Id = "reefs", Names = Names("Coral reefs", "Récifs coralliens", "Arrecifes") };

    public static IReadOnlyList<Topic> All { get; } = [Health, Migration, Reefs, Vaccination];

    public static TopicBook Book { get; } = new(All);

    public static async Task AddAsync(TopicStore topics, CancellationToken cancellationToken)
    {
        foreach (var topic in All) await topics.AddAsync(topic.Id, topic, cancellationToken);
    }

    private static Names Names(string english, string french, string spanish) =>
        new([new("en", english), new("fr", french), new("es", spanish)]);
}
