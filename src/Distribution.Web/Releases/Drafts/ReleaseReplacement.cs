using System.Text.Json;
using Distribution.Releases.Drafts;
using Distribution.Web.Platform.Json;

namespace Distribution.Web.Releases.Drafts;

/// <summary>
/// A release as it is put back. Members that only the answer has are ignored, so that a release can be read, changed and put back.
/// </summary>
internal sealed record ReleaseReplacement : ReleaseInput
{
    public static void Configure(JsonSerializerOptions options)
    {
        options.IgnoreMembers<ReleaseReplacement, ReleaseView>();
        options.IgnoreMembers<TranslationInput, TranslationView>();
    }
}
