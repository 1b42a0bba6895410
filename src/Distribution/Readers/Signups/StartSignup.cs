using System.Text.Json;
using Distribution.Mail.Outbox;
using Distribution.Platform.Addresses;
using Distribution.Platform.Security;
using Distribution.Platform.Storage;
using Distribution.Platform.Validation;
using Microsoft.Extensions.Options;

namespace Distribution.Readers.Signups;

/// <summary>
/// Takes a signup and sends a confirmation to the address. It reads no contact, so that neither the answer nor its duration
/// reveals whether the address is known.
/// </summary>
public sealed class StartSignup(
    ReadSignupChoices readSignupChoices,
    LimitNetwork limitNetwork,
    LimitStore limits,
    OneTimeTokenStore tokens,
    WriteConfirmation writeConfirmation,
    PostMail postMail,
    AddressHash hash,
    IOptions<SignupOptions> options,
    TimeProvider clock)
{
    /// <summary>How long a confirmation link works.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    /// <param name="input">The form.</param>
    /// <param name="network">Where it came from.</param>
    /// <param name="isOurPage">Whether our own page showed them the consent; else the caller did.</param>
    public async Task<StartSignupResult> RunAsync(SignupInput input, string network, bool isOurPage, CancellationToken cancellationToken)
    {
        if (await limitNetwork.RunAsync(network, cancellationToken) is { } wait) return new StartSignupResult.TooMany(wait);
        FieldErrors errors = new();
        var choices = await readSignupChoices.RunAsync(cancellationToken);
        var open = choices.Lists.ToDictionary(list => list.Id);
        var signup = SignupRules.Check(input, open, choices.Topics, [.. options.Value.RefusedDomains], errors);
        if (errors.Any) return new StartSignupResult.Invalid(errors);
        var address = hash.Compute(MailAddress.Parse(signup.Address)!);
        if (!await limits.TakeAsync("address", address, options.Value.PerAddressPerDay, TimeSpan.FromDays(1), cancellationToken))
            return new StartSignupResult.Taken();

        signup = signup with
        {
            TextVersion = isOurPage ? SignupText.VersionOf(signup.PageLanguage) : null,
            AskedAt = clock.GetUtcNow(),
            ClientHash = hash.OfText(network)
        };
        var secret = await tokens.AddAsync(
            TokenPurpose.Confirm, address, JsonSerializer.Serialize(signup, StoredJson.Options), Lifetime, cancellationToken);
        if (await writeConfirmation.RunAsync(signup, [.. signup.Lists.Select(list => open[list])], secret, cancellationToken) is { } mail)
            await postMail.RunAsync(mail, cancellationToken);
        return new StartSignupResult.Taken();
    }
}

/// <summary>The result of a request to subscribe.</summary>
public abstract record StartSignupResult
{
    private StartSignupResult() { }

    /// <summary>A confirmation is on its way, or was sent often enough; the answer does not say which.</summary>
    public sealed record Taken : StartSignupResult;

    /// <summary>Too many from this network.</summary>
    /// <param name="Wait">After which it may ask again.</param>
    public sealed record TooMany(TimeSpan Wait) : StartSignupResult;

    public sealed record Invalid(FieldErrors Errors) : StartSignupResult;
}
