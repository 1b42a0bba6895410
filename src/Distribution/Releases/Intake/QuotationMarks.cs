namespace Distribution.Releases.Intake;

/// <summary>The marks around a quotation in a line, and around one in it.</summary>
internal sealed record QuotationMarks(string Open, string Close, string InnerOpen, string InnerClose)
{
    private static readonly QuotationMarks Usual = new("“", "”", "‘", "’");
    private static readonly QuotationMarks French = new("«\u00a0", "\u00a0»", "“", "”");
    private static readonly QuotationMarks Angled = new("«", "»", "“", "”");
    private static readonly QuotationMarks Low = new("„", "“", "‚", "‘");

    /// <summary>Those of a language, after the Unicode CLDR.</summary>
    public static QuotationMarks Of(string language) => language.Split('-')[0] switch
    {
        "fr" => French,
        "es" or "ca" or "it" or "el" or "ru" or "uk" or "be" or "hy" or "fa" => Angled,
        "de" or "cs" or "sk" or "sl" or "is" => Low,
        _ => Usual,
    };

    /// <param name="isInner">Whether it stands in another quotation.</param>
    public (string Open, string Close) At(bool isInner) => isInner ? (InnerOpen, InnerClose) : (Open, Close);
}
