using Distribution.Releases.Checks;
using Distribution.Releases.Times;
using Distribution.Web.Console.Releases;
using Distribution.Web.Console.Write;

namespace Distribution.Web.Console.Send;

/// <summary>Where what a check found is mended; pure.</summary>
internal static class FindingLinks
{
    /// <param name="finding">The finding.</param>
    /// <param name="release">Id of the release.</param>
    public static string AddressOf(CheckFinding finding, string release) => finding.Where.Split('.') switch
    {
        ["translations", var language, var field] => $"{ReleaseAddresses.Write(release, language)}#{field}",
        ["translations", var language] => ReleaseAddresses.Write(release, language),
        ["audience", ..] => ReleaseAddresses.Audience(release),
        ["sendAt", ..] => $"{ReleaseAddresses.Send(release)}#{SendTimeRule.Field}",
        ["pressOfficers", ..] => $"{WriteAddresses.Details(release)}#pressOfficers",
        _ => ReleaseAddresses.Write(release),
    };
}
