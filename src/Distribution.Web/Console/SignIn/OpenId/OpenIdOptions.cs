using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Distribution.Web.Console.SignIn.OpenId;

/// <summary>
/// A provider at which the organisation's people have accounts: Entra ID, Google, Keycloak or any other that speaks OpenID Connect. Signing
/// in by mail works beside it.
/// </summary>
public sealed class OpenIdOptions : IValidatableObject
{
    public const string Section = "OpenId";

    /// <summary>The provider's issuer, such as <c>https://accounts.example.org</c>; http only for this machine itself.</summary>
    [Url(ErrorMessage = "OpenId:Authority is the provider's issuer, such as https://accounts.example.org.")]
    public string? Authority { get; set; }

    /// <summary>The id under which the provider knows this program.</summary>
    public string? ClientId { get; set; }

    public string? ClientSecret { get; set; }

    /// <summary>The provider's name on the button.</summary>
    [StringLength(60)]
    public string Name { get; set; } = "your organisation's account";

    /// <summary>
    /// Whether the provider gives its accounts only addresses that are theirs, so that it need not say of each that it was verified. Entra
    /// ID with one tenant does not say it.
    /// </summary>
    public bool TrustsAddresses { get; set; }

    /// <summary>Whether an account whose address no user has becomes a user, who may read and nothing else.</summary>
    public bool CreatesUsers { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Authority is null) yield break;
        if (string.IsNullOrWhiteSpace(ClientId) || string.IsNullOrWhiteSpace(ClientSecret))
            yield return new("Set OpenId:ClientId and OpenId:ClientSecret beside OpenId:Authority.");
        if (Uri.TryCreate(Authority, UriKind.Absolute, out var issuer) && issuer is { IsLoopback: false, Scheme: not "https" })
            yield return new("OpenId:Authority begins with https://.");
    }
}

[OptionsValidator]
internal sealed partial class OpenIdOptionsValidator : IValidateOptions<OpenIdOptions>;
