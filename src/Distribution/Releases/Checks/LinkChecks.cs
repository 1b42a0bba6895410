using Distribution.Platform.Text;
using Distribution.Releases.Drafts;

namespace Distribution.Releases.Checks;

/// <summary>Where the links of the texts lead; pure.</summary>
public static class LinkChecks
{
    /// <summary>A page of a content delivery network that shows an address to browsers with its script.</summary>
    private const string ProtectedAddresses = "/cdn-cgi/l/email-protection";

    public static IEnumerable<CheckFinding> Run(CheckSubject subject)
    {
        foreach (var text in subject.Texts)
        {
            var where = $"translations.{text.Language}.body";
            foreach (var link in LinksOf(text))
            {
                if (link.Scheme == Uri.UriSchemeHttp) yield return CheckFinding.Warning(CheckIds.LinkInsecure, where, ("link", link));
                if (WrappedLinks.IsOpaque(link) || link.AbsolutePath.StartsWith(ProtectedAddresses, StringComparison.Ordinal))
                    yield return CheckFinding.Warning(CheckIds.LinkWrapped, where, ("link", link));
                if (subject.DeadLinks.TryGetValue(link, out var fault)) yield return Dead(where, link.ToString(), fault);
            }

            foreach (var link in Prose.Parse(text.Body).WithoutHost.Distinct()) yield return Dead(where, link, LinkFault.NoHost);
        }
    }

    private static CheckFinding Dead(string where, string link, LinkFault fault) =>
        CheckFinding.Warning(CheckIds.LinkDead, where, ("link", link)) with { Reason = fault.Words };

    /// <summary>The web addresses that a text links to, images too.</summary>
    public static IEnumerable<Uri> LinksOf(Translation text) => Prose.Parse(text.Body).WebAddresses.Distinct();
}
