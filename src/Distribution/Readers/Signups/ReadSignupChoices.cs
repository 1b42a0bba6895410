using Distribution.Audiences.MediaLists;
using Distribution.Publisher.Topics;

namespace Distribution.Readers.Signups;

/// <summary>Reads the lists that anybody may subscribe to, and the topics to choose from.</summary>
public sealed class ReadSignupChoices(MediaListStore lists, TopicStore topics)
{
    public async Task<SignupChoices> RunAsync(CancellationToken cancellationToken)
    {
        var vocabulary = topics.ReadAsync(cancellationToken);
        var open = await lists.AllAsync(cancellationToken).Select(row => row.Value).Where(list => list.Public)
            .ToListAsync(cancellationToken);
        return new(open, await vocabulary);
    }
}

/// <param name="Lists">Lists that anybody may subscribe to, by id.</param>
/// <param name="Topics">The vocabulary of topics.</param>
public sealed record SignupChoices(IReadOnlyList<MediaList> Lists, TopicBook Topics);
