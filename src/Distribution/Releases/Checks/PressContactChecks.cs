using Distribution.Platform.Languages;
using Distribution.Publisher.Offices;
using Distribution.Releases.Times;
using PhoneNumbers;

namespace Distribution.Releases.Checks;

/// <summary>Whether journalists reach somebody, from wherever they are; pure.</summary>
public static class PressContactChecks
{
    public static IEnumerable<CheckFinding> Run(CheckSubject subject) => [.. Reach(subject), .. Duty(subject), .. Languages(subject)];

    /// <summary>Whether a number can be dialled from another country: freephone and service numbers mostly cannot.</summary>
    public static bool IsReachableFromAbroad(string number)
    {
        try
        {
            var util = PhoneNumberUtil.GetInstance();
            var parsed = util.Parse(number, null);
            return util.GetNumberType(parsed) is not (PhoneNumberType.TOLL_FREE or PhoneNumberType.PREMIUM_RATE or PhoneNumberType.SHARED_COST or PhoneNumberType.UAN)
                && util.CanBeInternationallyDialled(parsed);
        }
        catch (NumberParseException)
        {
            return false;
        }
    }

    private static IEnumerable<CheckFinding> Reach(CheckSubject subject)
    {
        if (subject.Contacts.Count == 0)
        {
            if (subject.Office.Phone is not { } phone || !IsReachableFromAbroad(phone)) yield return CheckFinding.Error(CheckIds.NobodyReachable, "pressOfficers");
            yield break;
        }

        var unreachable = subject.Contacts.Where(contact => !contact.Officer.Phones.Any(phone => IsReachableFromAbroad(phone.Number))).ToList();
        if (unreachable.Count == subject.Contacts.Count) yield return CheckFinding.Error(CheckIds.NobodyReachable, "pressOfficers");
        else foreach (var contact in unreachable) yield return CheckFinding.Warning(CheckIds.PressOfficerUnreachable, $"pressOfficers.{contact.Officer.Id}", ("name", contact.Officer.Name));
    }

    private static IEnumerable<CheckFinding> Duty(CheckSubject subject)
    {
        if (subject.Contacts.Count > 0 && subject.Contacts.All(contact => DutyRule.ReasonOf(contact, subject.SendAt) is null))
            yield return CheckFinding.Warning(CheckIds.NobodyOnDuty, "pressOfficers") with { Time = TimeText.InAll(subject.SendAt, TimePlace.From(subject.Office)) };
    }

    /// <summary>A block in two languages looks careless, and a title that nobody can read says nothing.</summary>
    private static IEnumerable<CheckFinding> Languages(CheckSubject subject) =>
        from text in subject.Texts
        let missing = Missing(subject, text.Language).Distinct().ToList()
        where missing.Count > 0
        select CheckFinding.Warning(CheckIds.BlockLanguage, $"translations.{text.Language}", ("language", LanguageTag.OwnName(text.Language)), ("names", string.Join(", ", missing)));

    private static IEnumerable<string> Missing(CheckSubject subject, string language)
    {
        if (Lacks(subject.Organisation.Names, language)) yield return subject.Organisation.Names.In(language);
        foreach (var office in subject.Contacts.Select(contact => contact.Office).Append(subject.Office).Where(office => Lacks(office.Names, language))) yield return office.Names.In(language);
        foreach (var officer in subject.Contacts.Select(contact => contact.Officer).Where(officer => Lacks(officer.Title, language))) yield return officer.Title.In(language);
    }

    private static bool Lacks(Names names, string language) => !names.IsEmpty && !names.Has(language);
}
