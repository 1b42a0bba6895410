using Distribution.Contacts.Contacts;
using Distribution.Platform.Storage;
using Distribution.Readers.Preferences;
using Distribution.Web.Platform.Security;
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
        // Beside the cookie's SameSite, which other sites of the same domain pass.
        if (Elsewhere.Sent(context.Request, context.RequestServices.GetRequiredService<PublicLinks>())) return new(null);
        var secret = context.RequestServices.GetRequiredService<PreferencesCookie>().Read(context);
        return new(await context.RequestServices.GetRequiredService<OpenPreferences>().OwnerAsync(secret, context.RequestAborted));
    }
}
