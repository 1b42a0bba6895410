using Distribution.Mail.Outbox;
using Distribution.Platform.Addresses;
using Distribution.Platform.Security;
using Distribution.Platform.Validation;
using Distribution.Readers.Signups;
using Microsoft.Extensions.Options;

namespace Distribution.Readers.Preferences;

/// <summary>
/// Has a link to the preferences sent to an address. It reads no contact: the address is looked up when the mail
/// is written, so that neither the answer nor its duration reveals whether it is known.
/// </summary>
public sealed class RequestPreferencesLink(
    LimitNetwork limitNetwork, LimitStore limits, PostMail postMail, AddressHash hash, IOptions<SignupOptions> options, TimeProvider clock)
{
    /// <summary>The link is made when the mail is sent; after a day nobody expects it any more.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    /// <param name="typed">The address as it was typed.</param>
    /// <param name="language">Language of the page.</param>
    /// <param name="network">Where it came from.</param>
    public async Task<RequestPreferencesLinkResult> RunAsync(
        string typed, string language, string network, CancellationToken cancellationToken)
    {
        if (await limitNetwork.RunAsync(network, cancellationToken) is { } wait) return new RequestPreferencesLinkResult.TooMany(wait);
        FieldErrors errors = new();
        var address = errors.Address("address", typed);
        if (errors.Any) return new RequestPreferencesLinkResult.Invalid(errors);
        if (!await limits.TakeAsync(
            "preferences",
            hash.Compute(MailAddress.Parse(address)!),
            options.Value.PerAddressPerDay,
            TimeSpan.FromDays(1),
            cancellationToken)) return new RequestPreferencesLinkResult.Taken();
        await postMail.RunAsync(LinkMail(address, language), cancellationToken);
        return new RequestPreferencesLinkResult.Taken();
    }

    private OutboxMail LinkMail(string address, string language) => new()
    {
        Id = $"preferences:{NewId.Random()}",
        To = address,
        Name = "",
        Subject = "",
        Text = "",
        Language = PreferencesPhrases.Book.In(language).Language,
        IsForJournalist = true,
        Writer = WritePreferencesMail.WriterName,
        ExpiresAt = clock.GetUtcNow() + LongestWait,
        CreatedAt = clock.GetUtcNow(),
    };
}

public abstract record RequestPreferencesLinkResult
{
    private RequestPreferencesLinkResult() { }

    /// <summary>If anybody is mailed at the address, a link is on its way.</summary>
    public sealed record Taken : RequestPreferencesLinkResult;

    /// <summary>Too many have asked from the same network.</summary>
    /// <param name="Wait">After which it may ask again.</param>
    public sealed record TooMany(TimeSpan Wait) : RequestPreferencesLinkResult;

    public sealed record Invalid(FieldErrors Errors) : RequestPreferencesLinkResult;
}
