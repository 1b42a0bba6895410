using Distribution.Releases.Checks;

namespace Distribution.Web.Releases.Checks;

/// <summary>Something to look at before a release is sent.</summary>
/// <param name="Id">The check; never changes.</param>
/// <param name="Severity">An error blocks, a warning needs an acknowledgement.</param>
/// <param name="Field">Where it is, such as `translations.fr.body`; empty where it is about the whole.</param>
/// <param name="Acknowledgement">The value for `acknowledgements` that accepts the finding; nothing for an error that nobody can
/// accept.</param>
/// <param name="Message">The finding in words.</param>
/// <param name="Link">The resource to correct.</param>
internal sealed record FindingView(string Id, CheckSeverity Severity, string Field, string? Acknowledgement, string Message, string? Link)
{
    public static FindingView From(CheckFinding found, string language, string? release) => new(
        found.Id,
        found.Severity,
        found.Where,
        found.MayBeAcknowledged ? found.Acknowledgement : null,
        found.Message(language),
        LinkOf(found, release));

    private static string? LinkOf(CheckFinding found, string? release) => found.Where.Split('.') switch
    {
        ["pressOfficers", var officer] => $"/api/press-officers/{officer}",
        _ when found.Id == CheckIds.BlockLanguage => "/api/organisation",
        _ => release is null ? null : $"/api/releases/{release}",
    };
}
