using Distribution.Mail.Outbox;
using Distribution.Platform.Addresses;
using Distribution.Platform.Security;
using Distribution.Platform.Validation;
using Distribution.Readers.Signups;
using Microsoft.Extensions.Options;

namespace Distribution.Operations.SignIn;

/// <summary>
/// Has a link and a code sent to an address. Whether a user has the address is looked up when the mail is written, so that neither the
/// answer nor its duration reveals it.
/// </summary>
public sealed class RequestSignIn(
    LimitNetwork limitNetwork,
    LimitStore limits,
    SignInRequestStore requests,
    PostMail postMail,
    AddressHash hash,
    IOptions<SignInOptions> options,
    TimeProvider clock)
{
    /// <summary>How long the link and the code work.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <param name="typed">The address as it was typed.</param>
    /// <param name="language">Language of the page.</param>
    /// <param name="network">Where it came from.</param>
    public async Task<RequestSignInResult> RunAsync(
        string typed, string language, string network, CancellationToken cancellationToken)
    {
        if (await limitNetwork.RunAsync(network, cancellationToken) is { } wait) return new RequestSignInResult.TooMany(wait);
        FieldErrors errors = new();
        var address = errors.Address("address", typed);
        if (errors.Any) return new RequestSignInResult.Invalid(errors);
        var request = Create(hash.Compute(MailAddress.Parse(address)!), clock.GetUtcNow());
        await requests.AddAsync(request, cancellationToken);
        if (await limits.TakeAsync("signIn", request.Address, options.Value.PerAddressPerHour, Hour, cancellationToken))
            await postMail.RunAsync(Mail(request, address, language), cancellationToken);
        return new RequestSignInResult.Taken(request.Id);
    }

    internal static SignInRequest Create(string address, DateTimeOffset now) =>
        new() { Id = NewId.Random(), Address = address, ExpiresAt = now + Lifetime };

    private OutboxMail Mail(SignInRequest request, string address, string language) => new()
    {
        Id = $"{WriteSignInMail.WriterName}:{request.Id}",
        To = address,
        Name = "",
        Subject = "",
        Text = "",
        Language = SignInPhrases.Book.In(language).Language,
        Writer = WriteSignInMail.WriterName,
        About = request.Id,
        ExpiresAt = request.ExpiresAt,
        CreatedAt = clock.GetUtcNow(),
    };
}

public abstract record RequestSignInResult
{
    private RequestSignInResult() { }

    /// <summary>If a user has the address, a mail is on its way.</summary>
    /// <param name="Request">Id of the request, to which the code belongs.</param>
    public sealed record Taken(string Request) : RequestSignInResult;

    /// <summary>Too many have asked from the same network.</summary>
    /// <param name="Wait">After which it may ask again.</param>
    public sealed record TooMany(TimeSpan Wait) : RequestSignInResult;

    public sealed record Invalid(FieldErrors Errors) : RequestSignInResult;
}
