using System.Text.Json;
using Distribution.Contacts.Contacts;
using Distribution.Mail.Outbox;
using Distribution.Platform.Addresses;
using Distribution.Platform.Security;
using Distribution.Platform.Storage;
using Distribution.Platform.Validation;
using Distribution.Readers.Signups;
using Microsoft.Extensions.Options;

namespace Distribution.Readers.Preferences;

/// <summary>Sends a link to the address to which somebody's mails are to go from now on: it must say yes too.</summary>
public sealed class RequestAddressChange(
    OneTimeTokenStore tokens, LimitStore limits, WriteAddressChangeMail writeMail, PostMail postMail, AddressHash hash, IOptions<SignupOptions> options)
{
    /// <summary>How long the link to the new address works.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    /// <returns>The faults of the address; none when a link is on its way, or the limit of links to the address is reached.</returns>
    public async Task<FieldErrors> RunAsync(Contact contact, string typed, CancellationToken cancellationToken)
    {
        FieldErrors errors = new();
        var address = errors.Address("newAddress", typed);
        errors.Require(address != contact.Address, "newAddress", "is already the address of your mails.");
        if (errors.Any) return errors;
        if (!await limits.TakeAsync("preferences", hash.Compute(MailAddress.Parse(address)!), options.Value.PerAddressPerDay, TimeSpan.FromDays(1), cancellationToken)) return errors;
        AddressChange move = new(contact.Address, address, PreferencesPhrases.LanguageFor(contact.Languages));
        var secret = await tokens.AddAsync(TokenPurpose.ChangeAddress, contact.Id, JsonSerializer.Serialize(move, StoredJson.Options), Lifetime, cancellationToken);
        if (await writeMail.QuestionAsync(move, secret, cancellationToken) is { } mail) await postMail.RunAsync(mail, cancellationToken);
        return errors;
    }
}
