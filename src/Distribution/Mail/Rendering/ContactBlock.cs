using Distribution.Platform.Languages;
using Distribution.Platform.Text;
using Distribution.Publisher.Offices;

namespace Distribution.Mail.Rendering;

/// <summary>The press contacts, as the templates print them.</summary>
internal sealed class ContactBlock(MailContext context, string language)
{
    private readonly Phrases phrases = MailPhrases.Book.In(language);
    private readonly string organisation = PrintableText.Line(context.Organisation.Names.In(language));

    /// <param name="at">When the release is sent: where none of its press officers is on duty then, numbers for out of hours are given
    /// too.</param>
    public IReadOnlyList<MailContactView> At(DateTimeOffset at)
    {
        if (context.Contacts.Count == 0) return [Contact(PlaceOf(context.Office), "", "", context.Office.ReplyAddress, OfficePhones())];
        var reasons = context.Contacts.Select(contact => DutyRule.ReasonOf(contact, at)).ToList();
        var isNobodyThere = reasons.All(reason => reason is null or DutyReason.OutOfHours);
        return
        [
            .. context.Contacts.Zip(reasons, (contact, reason) => Contact(
                contact.Officer.Name, contact.Officer.Title.In(language), PlaceOf(contact.Office), contact.Officer.Email,
                PhonesOf(contact.Officer, isNobodyThere && reason is DutyReason.OutOfHours))),
        ];
    }

    public string PlaceOf(Office office) => organisation + phrases["separator"] + PrintableText.Line(office.Names.In(language));

    private static MailContactView Contact(string name, string title, string place, string email, IEnumerable<MailPhoneView> phones) =>
        new(PrintableText.Line(name), PrintableText.Line(title), place, PrintableText.Line(email), [.. phones]);

    private IEnumerable<MailPhoneView> OfficePhones() => context.Office.Phone is { } phone ? [Phone("phone", phone)] : [];

    private IEnumerable<MailPhoneView> PhonesOf(PressOfficer officer, bool withOutOfHours)
    {
        var usual = DutyRule.Phones(officer, DutyReason.InHours).Select(phone => Phone("phone", phone.Number));
        return withOutOfHours
            ? usual.Concat(DutyRule.Phones(officer, DutyReason.OutOfHours).Select(phone => Phone("out_of_hours", phone.Number)))
            : usual;
    }

    private MailPhoneView Phone(string label, string phone)
    {
        var number = PrintableText.Line(Telephone.International(phone));
        return new(phrases[label], number, Isolated(number), PrintableText.Line(phone).Replace(" ", "", StringComparison.Ordinal));
    }

    // In right-to-left text the groups of a number would change places (UAX #9, section 2.5: isolates).
    private string Isolated(string number) => LanguageTag.Direction(language) == "rtl" ? $"\u2066{number}\u2069" : number;
}
