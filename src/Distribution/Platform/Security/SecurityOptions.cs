using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Distribution.Platform.Security;

/// <summary>The deployment's secrets.</summary>
public sealed class SecurityOptions
{
    public const string Section = "Security";

    /// <summary>
    /// Names contacts (HMAC of their address): base64 of at least 32 random bytes. Never change it: every contact would become a new one.
    /// </summary>
    [Required(ErrorMessage = "Set Security:ContactSecret to base64 of at least 32 random bytes (openssl rand -base64 32).")]
    [Base64Secret]
    public string? ContactSecret { get; set; }

    /// <summary>
    /// Sign the links in mails: base64 of at least 32 random bytes each, at most 255. The last one signs; to rotate, add one and never
    /// remove an old one.
    /// </summary>
    [Required(ErrorMessage = "Set Security:LinkSecrets:0 to base64 of at least 32 random bytes (openssl rand -base64 32).")]
    [MinLength(1, ErrorMessage = "Set Security:LinkSecrets:0 to base64 of at least 32 random bytes (openssl rand -base64 32).")]
    [MaxLength(255)]
    [Base64Secret]
    public IReadOnlyList<string> LinkSecrets { get; set; } = [];

    /// <summary>The first administrator's API key: at least 32 characters. Unset it once users have keys of their own.</summary>
    [MinLength(32, ErrorMessage = "Security:AdministratorKey has at least 32 characters.")]
    public string? AdministratorKey { get; set; }
}

[OptionsValidator]
internal sealed partial class SecurityOptionsValidator : IValidateOptions<SecurityOptions>;
