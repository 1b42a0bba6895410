using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Distribution.Mail.Headers;
using Distribution.Publisher.Organisations;
using Distribution.Readers.Preferences;
using Fluid;

namespace Distribution.Mail.Rendering;

/// <summary>Writes the mail of a release in one language.</summary>
public sealed partial class RenderRelease(PublicLinks links, UnsubscribeMailto unsubscribeMailto, TimeProvider clock)
{
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);
    private static readonly TemplateOptions Options = NewOptions();

    /// <param name="context">The data of the release's mails.</param>
    /// <param name="language">The language of one of its translations.</param>
    public ReleaseMail In(MailContext context, string language) => In(context, language, ReleaseMailKind.Usual);

    /// <summary>The same, marked as a test.</summary>
    public ReleaseMail TestIn(MailContext context, string language) => In(context, language, ReleaseMailKind.Test);

    /// <summary>The same with a contact block that is written already.</summary>
    public ReleaseMail In(MailContext context, string language, IReadOnlyList<MailContactView> contacts) =>
        In(context, language, new ReleaseMailKind { Contacts = contacts });

    private ReleaseMail In(MailContext context, string language, ReleaseMailKind kind)
    {
        var translation = context.Translations.First(text => text.Language == language);
        var phrases = MailPhrases.Book.In(language);
        var builder = new ReleaseViewBuilder(context, translation, phrases, links, kind);
        var view = builder.Build(clock.GetUtcNow());
        var colours = MailColours.From(context.Organisation.Look);
        return new(
            language,
            new(context, language, builder.Subject, builder.Sender, links) { UnsubscribeMailto = unsubscribeMailto.Start },
            new(context.Lists, language, phrases),
            others => Write(view with { Others = builder.ViewsOf(others) }, colours),
            builder.Others(),
            new(phrases, view.Organisation, links.Preferences(PreferencesPhrases.LanguageFor([language])), colours),
            links,
            clock);
    }

    private static MailBody Write(ReleaseView view, MailColours colours)
    {
        var text = MailTemplates.ReleaseText.Render(new TemplateContext(view, Options), NullEncoder.Default);
        var html = MailTemplates.ReleaseHtml.Render(
            new TemplateContext(view, Options).SetValue("styles_of_screens", colours.In(MailTemplates.StylesOfScreens)), Html);
        return new(EmptyLines().Replace(text, "\n\n\n"), InlineStyles.Apply(html, colours.In(MailTemplates.Styles)) + "\n");
    }

    private static TemplateOptions NewOptions()
    {
        TemplateOptions options =
            new() { MemberAccessStrategy = new DefaultMemberAccessStrategy { MemberNameStrategy = MemberNameStrategies.SnakeCase } };
        options.MemberAccessStrategy.Register<ReleaseView>();
        options.MemberAccessStrategy.Register<MailContactView>();
        options.MemberAccessStrategy.Register<MailPhoneView>();
        options.MemberAccessStrategy.Register<MailLogoView>();
        options.MemberAccessStrategy.Register<FixedText>();
        options.MemberAccessStrategy.Register<OtherLanguageView>();
        MailTemplates.AddFilters(options);
        return options;
    }

    [GeneratedRegex("\n{4,}")]
    private static partial Regex EmptyLines();
}
