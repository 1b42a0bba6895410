using System.Text.Json;
using Distribution.Platform.Storage;

namespace Distribution.Dispatches.Previews;

/// <summary>The source of a test mail that is written when it is sent.</summary>
/// <param name="Release">Id of the release.</param>
/// <param name="As">The recipient whose mail it is like; null for any recipient in its language.</param>
public sealed record ReleaseTest(string Release, PreviewRecipient? As)
{
    public static ReleaseTest Parse(string json) => JsonSerializer.Deserialize<ReleaseTest>(json, StoredJson.Options)!;

    public string ToJson() => JsonSerializer.Serialize(this, StoredJson.Options);
}
