using Distribution.Audiences.MediaLists;
using Distribution.Platform.Languages;
using Distribution.Platform.Text;

namespace Distribution.Mail.Rendering;

/// <summary>The names of a release's lists in the language of a mail.</summary>
internal sealed class ListNames(IReadOnlyDictionary<string, MediaList> lists, string language, Phrases phrases)
{
    private readonly Dictionary<string, string> names =
        lists.ToDictionary(list => list.Key, list => PrintableText.Line(list.Value.Names.In(language)));

    /// <summary>The names of some lists; of all when there is none among them, as for the recipient of a rehearsal.</summary>
    public string Of(IEnumerable<string> ids)
    {
        var some = ids.Select(names.GetValueOrDefault).OfType<string>().ToList();
        return string.Join(phrases["separator"], some.Count > 0 ? some : names.Values);
    }
}
