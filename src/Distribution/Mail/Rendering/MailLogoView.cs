using Distribution.Platform.Text;
using Distribution.Publisher.Organisations;

namespace Distribution.Mail.Rendering;

/// <summary>The organisation's logo, as the templates print it; without words where there are none in the language, since the name follows.</summary>
internal sealed record MailLogoView(string Url, string Alt, int Width, int Height)
{
    public static MailLogoView? From(Logo? logo, string language) =>
        logo is null ? null : new(new Uri(logo.Url).AbsoluteUri, logo.Alt.Has(language) ? PrintableText.Line(logo.Alt.In(language)) : "", logo.Width, logo.Height);
}
