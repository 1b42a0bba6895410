using Distribution.Mail.Outbox;
using Distribution.Platform.Languages;
using Distribution.Platform.Text;
using Distribution.Publisher.Users;
using Distribution.Releases.Drafts;

namespace Distribution.Mail.Notices;

/// <summary>Writes to some users about a release, each in their language. The same notice again changes nothing.</summary>
public sealed class PostNotice(UserStore people, PostMail postMail, TimeProvider clock)
{
    /// <param name="id">The subject of the notice; each user gets one such.</param>
    /// <param name="subject">Name of the phrase for the subject.</param>
    /// <param name="release">The release.</param>
    /// <param name="to">Ids of users; one who was deleted gets nothing.</param>
    /// <param name="text">The text by the phrases of a language.</param>
    public async Task RunAsync(
        string id, string subject, Release release, IEnumerable<string> to, Func<Phrases, string> text, CancellationToken cancellationToken)
    {
        foreach (var person in to.Distinct())
        {
            if (await people.FindAsync(person, cancellationToken) is { Value: var found })
                await postMail.RunAsync(Mail($"{id}:{person}", subject, release, found, text), cancellationToken);
        }
    }

    private OutboxMail Mail(string id, string subject, Release release, User person, Func<Phrases, string> text)
    {
        var phrases = NoticePhrases.Book.In(person.Language);
        var headline = HeadlineOf(release);
        return new()
        {
            Id = id,
            To = person.Email,
            Name = person.Name,
            Subject = phrases.With(subject, ("headline", headline)),
            Text = $"{headline}\n\n{text(phrases)}\n",
            Language = phrases.Language,
            CreatedAt = clock.GetUtcNow(),
        };
    }

    private static string HeadlineOf(Release release)
    {
        var headline = release.Headlines.IsEmpty ? "" : PrintableText.Line(release.Headlines.In(release.OriginalLanguage));
        return headline.Length > 0 ? headline : release.Id;
    }
}
