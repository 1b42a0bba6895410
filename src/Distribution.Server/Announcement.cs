using Distribution.Operations.SignIn;
using Distribution.Publisher.Organisations;
using Distribution.Server.Embedded;
using Microsoft.Extensions.Options;

namespace Distribution.Server;

/// <summary>The server's announcement on standard output once it serves.</summary>
internal static class Announcement
{
    public static async Task<string> TextAsync(WebApplication app, EmbeddedServices embedded, CancellationToken cancellationToken)
    {
        var address = app.Services.GetRequiredService<IOptions<PublicOptions>>().Value.Address!.TrimEnd('/');
        var signIn = await FirstSignInAsync(app.Services, embedded, cancellationToken);
        return string.Join(Environment.NewLine, Lines(string.Join(' ', app.Urls), address, signIn, embedded));
    }

    /// <summary>
    /// A link for the first administrator while the built-in storage has no organisation: no mail can be sent before there is one.
    /// </summary>
    private static async Task<Uri?> FirstSignInAsync(
        IServiceProvider services, EmbeddedServices embedded, CancellationToken cancellationToken)
    {
        if (embedded.StorageFolder is null
            || services.GetRequiredService<IOptions<SignInOptions>>().Value.FirstAdministrator is not { } first)
            return null;
        return await services.GetRequiredService<OrganisationStore>().FindAsync(cancellationToken) is null
            ? await services.GetRequiredService<CreateSignInLink>().RunAsync(first, cancellationToken)
            : null;
    }

    private static IEnumerable<string> Lines(string urls, string address, Uri? signIn, EmbeddedServices embedded)
    {
        yield return $"Distribution listens at {urls}";
        yield return $"  console   {address}/console";
        yield return $"  API       {address}/api/docs";
        yield return $"  newsroom  {address}/";
        if (embedded.InboxAddress is { } inbox)
            yield return $"  inbox     {inbox} (every mail goes there and nowhere else)";
        if (embedded.StorageFolder is { } folder)
            yield return $"The built-in storage in {folder} is for trying out: set Storage:ConnectionString before real work.";
        if (signIn is not null)
            yield return $"The storage is empty. Sign in within half an hour to set it up: {signIn.AbsoluteUri}";
        yield return "Ctrl+C stops it.";
    }
}
