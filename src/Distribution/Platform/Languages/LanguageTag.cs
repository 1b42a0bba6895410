using System.Globalization;
using System.Text.RegularExpressions;

namespace Distribution.Platform.Languages;

/// <summary>
/// Language tags as the program accepts them: a primary language with optional script and region, e.g. <c>es-419</c> (RFC 5646, section
/// 2.1).
/// </summary>
public static partial class LanguageTag
{
    /// <summary>Whether the tag is well formed and its primary language is one that the platform's culture data knows.</summary>
    public static bool IsValid(string? tag) =>
        tag is not null && Form().IsMatch(tag) && Known.Contains(Primary(tag));

    /// <summary>The tag in its usual letter case: <c>ES-latn-mx</c> becomes <c>es-Latn-MX</c>.</summary>
    public static string Normalize(string tag) =>
        string.Join('-', tag.Split('-').Select((part, index) => (index, part.Length) switch
        {
            (0, _) => part.ToLowerInvariant(),
            (_, 4) => char.ToUpperInvariant(part[0]) + part[1..].ToLowerInvariant(),
            _ => part.ToUpperInvariant(),
        }));

    /// <summary>The primary language: <c>es</c> of <c>es-419</c>.</summary>
    public static string Primary(string tag) => tag.Split('-', 2)[0].ToLowerInvariant();

    /// <summary>Writing direction for the <c>dir</c> attribute: <c>ltr</c> or <c>rtl</c>.</summary>
    public static string Direction(string tag) => RightToLeft.Contains(Primary(tag)) ? "rtl" : "ltr";

    /// <summary>The language's name as its speakers write it: <c>français</c>.</summary>
    public static string OwnName(string tag) => CultureInfo.GetCultureInfo(tag).NativeName;

    /// <summary>ISO 639-1 whole: the platform's culture data lacks some, such as Haitian Creole, and differs between machines.</summary>
    private const string TwoLetters =
        """
        aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo
        fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb
        lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc
        sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
        """;

    private static readonly HashSet<string> Known =
    [
        .. TwoLetters.Split([' ', '\n']),
        .. CultureInfo.GetCultures(CultureTypes.NeutralCultures).Select(culture => culture.TwoLetterISOLanguageName),
    ];

    private static readonly HashSet<string> RightToLeft = ["ar", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"];

    [GeneratedRegex("^[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|[0-9]{3}))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
