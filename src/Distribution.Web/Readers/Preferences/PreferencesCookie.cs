using Distribution.Web.Platform.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Distribution.Web.Readers.Preferences;

/// <summary>Keeps the preferences open in one browser, and sends its secret to no other site. The only cookie a reader gets.</summary>
internal sealed class PreferencesCookie(IOptions<PublicOptions> options) : SecretCookie("preferences", SameSiteMode.Strict, options);
