using Distribution.Contacts.Contacts;
using Distribution.Platform.Storage;
using Distribution.Readers.Preferences;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Distribution.Web.Readers.Preferences;

/// <summary>
/// The owner of the open preferences that a request comes from, as a handler's parameter. <see cref="PreferencesFilter"/> refuses a request
/// without, before the handler runs.
/// </summary>
internal sealed class PreferencesOwner
{
    private readonly Stored<Contact>? contact;

    private PreferencesOwner(Stored<Contact>? contact) => this.contact = contact;

    public bool HasPreferences => contact is not null;

    /// <summary>As it was read when the request came.</summary>
    public Stored<Contact> Contact => contact ?? throw new InvalidOperationException("The route lacks the preferences filter.");

    public static async ValueTask<PreferencesOwner> BindAsync(HttpContext context)
    {
        if (IsFromElsewhere(context.Request)) return new(null);
        var secret = context.RequestServices.GetRequiredService<PreferencesCookie>().Read(context);
        return new(await context.RequestServices.GetRequiredService<OpenPreferences>().OwnerAsync(secret, context.RequestAborted));
    }

    /// <summary>Beside the cookie's SameSite, which other sites of the same domain pass (Fetch Metadata Request Headers, section 2.3).</summary>
    private static bool IsFromElsewhere(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method) && request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin" or "none");
}
