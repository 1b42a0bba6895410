using Distribution.Mail.Outbox;
using Distribution.Platform.Addresses;
using Distribution.Platform.Security;
using Distribution.Platform.Text;
using Distribution.Publisher.Organisations;
using MimeKit;

namespace Distribution.Operations.SignIn;

/// <summary>Writes the mail with the link and the code just before it is sent.</summary>
public sealed class WriteSignInMail(
    FindSignInUser findUser, SignInSecrets secrets, PublicLinks links, AddressHash hash) : IOutboxWriter
{
    public const string WriterName = "signIn";

    public string Name => WriterName;

    public string Failure => "No user has this address.";

    public async Task<MimeMessage?> WriteAsync(
        OutboxMail mail, string messageId, Organisation organisation, CancellationToken cancellationToken)
    {
        if (!await findUser.MaySignInAsync(hash.Compute(MailAddress.Parse(mail.To)!), cancellationToken)) return null;
        var phrases = SignInPhrases.Book.In(mail.Language);
        var name = PrintableText.Line(organisation.Names.In(phrases.Language));
        var code = secrets.Code(mail.About!);
        LinkMail content = new()
        {
            Language = phrases.Language,
            Opening = phrases.With("opening", ("organisation", name), ("code", $"{code[..4]} {code[4..]}")),
            Button = phrases["button"],
            Link = links.SignIn(mail.About!, secrets.Token(mail.About!)),
            Closing = phrases["closing"],
        };
        var written = mail with
        {
            Subject = phrases.With("subject", ("organisation", name), ("code", $"{code[..4]} {code[4..]}")),
            Text = content.ToText(),
            Html = content.ToHtml(MailColours.From(organisation.Look)),
        };
        return OutboxMessage.Create(written, messageId, organisation);
    }
}
