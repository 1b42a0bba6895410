using Distribution.Platform.Languages;

namespace Distribution.Publisher.Offices;

/// <summary>Orders the press officers to call; pure.</summary>
public static class DutyOrder
{
    /// <summary>
    /// The press officers to call for an office: its own, then those of the offices above, and after all of them those with
    /// a number for out of hours, from the office upwards again. At each office those who speak the language come first, then those within
    /// their
    /// stated hours.
    /// </summary>
    /// <param name="office">Id of the office.</param>
    /// <param name="offices">Says which offices are above it.</param>
    /// <param name="contacts">Officers of any office; those of other offices are left out.</param>
    /// <param name="at">The instant.</param>
    /// <param name="language">The caller's language, if known.</param>
    public static IReadOnlyList<OnDuty> Sort(
        string office, OfficeTree offices, IEnumerable<PressContact> contacts, DateTimeOffset at, string? language)
    {
        var steps = offices.Upwards(office).Index().ToDictionary(step => step.Item, step => step.Index);
        return
        [
            .. from contact in contacts
               where steps.ContainsKey(contact.Office.Id)
               let reason = DutyRule.ReasonOf(contact, at)
               where reason is not null
               let place = Place(contact.Officer, language)
               orderby reason is DutyReason.OutOfHours, steps[contact.Office.Id], place is null, reason, place, contact.Officer.Id
               select new OnDuty(contact, reason.Value, place is not null, [.. DutyRule.Phones(contact.Officer, reason.Value)]),
        ];
    }

    /// <summary>How high the language stands among the press officer's own, from 0; null where it is none of them.</summary>
    private static int? Place(PressOfficer officer, string? language)
    {
        if (language is null) return 0;
        return MailLanguage.Best(language, officer.Languages) is { } best ? officer.Languages.Index().First(own => own.Item == best).Index : null;
    }
}
