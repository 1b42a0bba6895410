using Distribution.Organisations;
using Distribution.Texts;

namespace Distribution.Mail;

/// <summary>The organisation's logo, as the templates print it.</summary>
internal sealed record MailLogoView(string Url, string Alt, int Width, int Height)
{
    public static MailLogoView? Of(Logo? logo, string language) =>
        logo is null ? null : new(new Uri(logo.Url).AbsoluteUri, PrintableText.Line(logo.Alt.In(language)), logo.Width, logo.Height);
}
