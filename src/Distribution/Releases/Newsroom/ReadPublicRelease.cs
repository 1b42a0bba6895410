using Distribution.Publisher.Offices;
using Distribution.Releases.Drafts;

namespace Distribution.Releases.Newsroom;

/// <summary>Reads the release whose address ends in a slug, in that slug's language.</summary>
public sealed class ReadPublicRelease(SlugStore slugs, ReleaseStore releases, OfficeStore offices, ReadPressContacts readPressContacts)
{
    private const int LongestSlug = 250;

    /// <returns>Null when there is none, or none yet.</returns>
    public async Task<PublicRelease?> RunAsync(string slug, CancellationToken cancellationToken)
    {
        if (!IsSlug(slug) || await slugs.FindAsync(slug, cancellationToken) is not { Value: var reserved }) return null;
        if (await releases.FindAsync(reserved.Release, cancellationToken) is not { } document) return null;
        var ready = Visibility.Public(document);
        if (ready.FirstOrDefault(text => text.Slug == slug) is not { } text) return null;
        if (await offices.FindAsync(document.Release.Office, cancellationToken) is not { Value: var office }) return null;
        var contacts = await readPressContacts.RunAsync(document.Release.PressOfficers, cancellationToken);
        return new(NewsroomEntry.Create(document.Release, text, ready, office), [.. contacts.Select(contact => contact.OnTheWeb())]);
    }

    /// <summary>Anything else would not be a lawful key of a table.</summary>
    private static bool IsSlug(string text) =>
        text.Length is > 0 and <= LongestSlug
            && text.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');
}
