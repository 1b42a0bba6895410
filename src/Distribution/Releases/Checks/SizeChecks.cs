using System.Globalization;

namespace Distribution.Releases.Checks;

/// <summary>Whether the mails get through whole; pure.</summary>
public static class SizeChecks
{
    /// <summary>Bytes beyond which a large webmail shows the beginning only, and a link to the rest.</summary>
    public const long Clipped = 100_000;

    /// <summary>Bytes that relays commonly refuse a mail beyond.</summary>
    public const long Refused = 10_000_000;

    public static IEnumerable<CheckFinding> Run(CheckSubject subject) =>
        from size in subject.MailSizes
        where size.Value > Clipped
        let kilobytes = (size.Value / 1_000).ToString("N0", CultureInfo.InvariantCulture)
        select size.Value > Refused
            ? CheckFinding.Error(CheckIds.MailTooLarge, $"translations.{size.Key}", ("kilobytes", kilobytes))
            : CheckFinding.Warning(CheckIds.MailLarge, $"translations.{size.Key}", ("kilobytes", kilobytes));
}
