using Distribution.Platform.Text;
using Microsoft.Extensions.Options;

namespace Distribution;

/// <summary>The public addresses of pages and feeds, in ASCII, under <see cref="PublicOptions.Address"/>.</summary>
public sealed class PublicLinks(IOptions<PublicOptions> options)
{
    private readonly Uri origin = WebAddress.Normalize(new Uri(options.Value.Address!))!;

    public string Host => origin.Host;

    public Uri Newsroom() => At("/");

    public Uri Newsroom(string language) => At($"/{language}");

    public Uri Feed() => At("/feed.atom");

    public Uri Feed(string language) => At($"/{language}/feed.atom");

    public Uri Release(string slug) => At($"/releases/{Uri.EscapeDataString(slug)}");

    public Uri Sitemap() => At("/sitemap.xml");

    /// <summary>Where a weakness is reported (RFC 9116).</summary>
    public Uri SecurityContact() => At("/.well-known/security.txt");

    public Uri Unsubscribe(string token) => At($"/unsubscribe/{token}");

    public Uri Subscribe(string language) => At($"/{language}/subscribe");

    public Uri Confirm(string secret) => At($"/subscribe/confirm/{secret}");

    /// <summary>The page where a contact asks for a link to their preferences.</summary>
    public Uri Preferences(string language) => At($"/{language}/preferences");

    public Uri OpenPreferences(string secret) => At($"/preferences/open/{secret}");

    public Uri ConfirmAddress(string secret) => At($"/preferences/address/{secret}");

    /// <summary>The page on which users follow a dispatch.</summary>
    public Uri Dispatch(string id) => At($"/console/dispatches/{id}");

    /// <summary>A release as its approvers see it before it is public.</summary>
    public Uri Approval(string token) => At($"/approvals/{token}");

    /// <summary>The page of a release that is right for its state, where users answer for it.</summary>
    public Uri ReleaseConsole(string id) => At($"/console/releases/{id}");

    public Uri Console() => At("/console");

    /// <summary>The page with the button that signs a user in.</summary>
    public Uri SignIn(string request, string token) => At($"/console/sign-in/{request}/{token}");

    private Uri At(string path) => new(origin, path);
}
