using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Distribution.Web.Platform.Security;

/// <summary>A secret that one browser keeps until it is closed, and that no script reads.</summary>
internal abstract class SecretCookie(string name, SameSiteMode sameSite, IOptions<PublicOptions> options)
{
    /// <summary>On a machine of one's own there may be no TLS, and then no prefix (RFC 6265bis, section 4.1.3.2).</summary>
    private readonly bool isSecure = options.Value.Address!.StartsWith(Uri.UriSchemeHttps, StringComparison.OrdinalIgnoreCase);

    private string Name => isSecure ? $"__Host-{name}" : name;

    public string? Read(HttpContext context) => context.Request.Cookies[Name];

    public void Set(HttpContext context, string secret) => context.Response.Cookies.Append(Name, secret, Settings());

    public void Forget(HttpContext context) => context.Response.Cookies.Delete(Name, Settings());

    private CookieOptions Settings() =>
        new() { HttpOnly = true, Secure = isSecure, SameSite = sameSite, Path = "/", IsEssential = true };
}
