using Distribution.Releases.Drafts;
using Distribution.Web.Platform.Problems;

namespace Distribution.Web.Publisher.Offices;

/// <summary>409: releases that are not finished name the officer; lists them as <c>releases</c>.</summary>
internal static class PressOfficerInUse
{
    public static ConflictProblem Get(IEnumerable<Release> releases) =>
        new(ProblemTypes.InUse, "Releases that are not finished name this press officer. Name a replacement: ?replacement={pressOfficerId}.")
        {
            Members = new Dictionary<string, object?> { ["releases"] = releases.Select(NamingRelease.From).ToList() },
        };

    /// <param name="Id">Id of the release.</param>
    /// <param name="Headline">In the language it was written in.</param>
    private sealed record NamingRelease(string Id, string Headline)
    {
        public static NamingRelease From(Release release) => new(release.Id, release.Headlines.In(release.OriginalLanguage));
    }
}
