using System.Text.Json;
using Distribution.Platform.Storage;

namespace Distribution.Dispatches.Previews;

/// <summary>What a test mail is written from when it is sent.</summary>
/// <param name="Release">Id of the release.</param>
/// <param name="As">Whose mail it is like; null for a reader of its language.</param>
public sealed record ReleaseTest(string Release, PreviewRecipient? As)
{
    public static ReleaseTest Parse(string json) => JsonSerializer.Deserialize<ReleaseTest>(json, StoredJson.Options)!;

    public string ToJson() => JsonSerializer.Serialize(this, StoredJson.Options);
}
