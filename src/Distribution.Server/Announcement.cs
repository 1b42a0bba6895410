using Distribution.Server.Embedded;
using Microsoft.Extensions.Options;

namespace Distribution.Server;

/// <summary>The server's announcement on standard output once it serves.</summary>
internal static class Announcement
{
    public static string Text(WebApplication app, EmbeddedServices embedded)
    {
        var address = app.Services.GetRequiredService<IOptions<PublicOptions>>().Value.Address!.TrimEnd('/');
        return string.Join(Environment.NewLine, Lines(string.Join(' ', app.Urls), address, embedded));
    }

    private static IEnumerable<string> Lines(string urls, string address, EmbeddedServices embedded)
    {
        yield return $"Distribution listens at {urls}";
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
