using System.Text;

namespace Distribution.Releases.Intake;

/// <summary>A letter of a line, or a part that is already Markdown.</summary>
/// <param name="Letter">The letter; of a whole part the sign it begins with.</param>
/// <param name="Whole">The Markdown of an image or of an address; of code, whose letter is a backtick, its words.</param>
/// <param name="Style">How it stands there.</param>
internal readonly record struct LinePart(Rune Letter, string? Whole, TextStyle Style)
{
    public LinePart(string whole, TextStyle style)
        : this(new Rune(whole[0]), whole, style)
    {
    }

    public bool IsCode => Whole is not null && Letter.Value == '`';

    public bool IsSpace => Whole is null && Rune.IsWhiteSpace(Letter);

    /// <summary>
    /// Renderers differ over symbols, so that a part may be punctuation and yet not surely (CommonMark 0.31, section 2.1).
    /// </summary>
    public bool MayBePunctuation => Rune.IsPunctuation(Letter) || Rune.IsSymbol(Letter);

    /// <summary>Whether emphasis beside it begins or ends whatever stands on the other side.</summary>
    public bool Separates => Rune.IsWhiteSpace(Letter) || Rune.IsPunctuation(Letter) || (Letter.IsAscii && Rune.IsSymbol(Letter));

    public bool Has(Emphasis mark) => (Style.Emphasis & mark) != 0;

    public LinePart Without(Emphasis mark) => this with { Style = Style with { Emphasis = Style.Emphasis & ~mark } };
}
