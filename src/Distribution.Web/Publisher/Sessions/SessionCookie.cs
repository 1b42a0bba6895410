using Distribution.Web.Platform.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Distribution.Web.Publisher.Sessions;

/// <summary>
/// Keeps a user signed in, in one browser. It goes with a link from a mail, so that an approver who is signed in sees the release at once,
/// and with no form of another site (SameSite=Lax).
/// </summary>
internal sealed class SessionCookie(IOptions<PublicOptions> options) : SecretCookie("session", SameSiteMode.Lax, options);
