using System.ComponentModel.DataAnnotations;

namespace Distribution.Mail.Smtp;

/// <summary>
/// Where the token for <see cref="MailAuthentication.XOAuth2"/> comes from: an application's secret, or without one the managed identity.
/// </summary>
public sealed class MailOAuthOptions
{
    /// <summary>Tenant id or domain of the application; needed with a client secret.</summary>
    public string? Tenant { get; set; }

    /// <summary>Application id, or the id of a user-assigned managed identity.</summary>
    public string? ClientId { get; set; }

    /// <summary>The application's secret; unset means the managed identity.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>The scope to ask for; not empty.</summary>
    [Required]
    public string Scope { get; set; } = "https://outlook.office365.com/.default";

    /// <summary>Whether there is a secret of an application that is not named.</summary>
    internal bool LacksTenant => ClientSecret is { Length: > 0 } && (string.IsNullOrEmpty(Tenant) || string.IsNullOrEmpty(ClientId));
}
