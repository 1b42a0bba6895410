using Distribution.Server.Embedded;

namespace Distribution.Server;

/// <summary>What the server says on standard output once it serves.</summary>
internal static class Announcement
{
    public static IEnumerable<string> Lines(string address, EmbeddedServices embedded)
    {
        yield return "Distribution is running.";
        yield return $"  console   {address}/console";
        yield return $"  API       {address}/api/docs";
        yield return $"  newsroom  {address}/";
        if (embedded.InboxAddress is { } inbox)
            yield return $"  inbox     {inbox} (every mail goes there and nowhere else)";
        if (embedded.StorageFolder is { } folder)
            yield return $"The built-in storage in {folder} is for trying out: set Storage:ConnectionString before real work.";
        yield return "Ctrl+C stops it.";
    }
}
