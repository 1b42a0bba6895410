using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Distribution.Web.Publisher.Sessions;

/// <summary>
/// Keeps a user signed in, in one browser. It goes with a link from a mail, so that an approver who is signed in sees the release at once,
/// and with no form of another site (SameSite=Lax).
/// </summary>
internal sealed class SessionCookie(IOptions<PublicOptions> options)
{
    /// <summary>On a machine of one's own there may be no TLS, and then no prefix (RFC 6265bis, section 4.1.3.2).</summary>
    private readonly bool isSecure = options.Value.Address!.StartsWith(Uri.UriSchemeHttps, StringComparison.OrdinalIgnoreCase);

    private string Name => isSecure ? "__Host-session" : "session";

    public string? Read(HttpContext context) => context.Request.Cookies[Name];

    public void Set(HttpContext context, string secret) => context.Response.Cookies.Append(Name, secret, Settings());

    public void Forget(HttpContext context) => context.Response.Cookies.Delete(Name, Settings());

    private CookieOptions Settings() =>
        new() { HttpOnly = true, Secure = isSecure, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true };
}
