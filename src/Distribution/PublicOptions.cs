using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Distribution;

/// <summary>Where the public reaches this deployment.</summary>
public sealed class PublicOptions
{
    public const string Section = "Public";

    /// <summary>
    /// Origin of every link in mails, pages and feeds, such as <c>https://news.example.org</c>; http only for this machine itself.
    /// </summary>
    [Required(ErrorMessage = "Set Public:Address to the origin of every link, such as https://news.example.org.")]
    [PublicOrigin]
    public string? Address { get; set; }

    /// <summary>
    /// Where a weakness of this site is reported: a <c>mailto:</c> or https address for <c>/.well-known/security.txt</c>; without it the
    /// organisation's sender address.
    /// </summary>
    [RegularExpression(
        @"(mailto:[!-~]+@[!-~]+|https://[!-~]+)",
        ErrorMessage = "Public:SecurityContact is an address such as mailto:security@example.org or https://example.org/report.")]
    public string? SecurityContact { get; set; }
}

[OptionsValidator]
internal sealed partial class PublicOptionsValidator : IValidateOptions<PublicOptions>;
