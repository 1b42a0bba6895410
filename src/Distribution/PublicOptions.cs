using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Distribution;

/// <summary>Where the public reaches this deployment.</summary>
public sealed class PublicOptions
{
    public const string Section = "Public";

    /// <summary>Origin of every link in mails, pages and feeds, such as <c>https://news.example.org</c>; http only for this machine itself.</summary>
    [Required(ErrorMessage = "Set Public:Address to the origin of every link, such as https://news.example.org.")]
    [PublicOrigin]
    public string? Address { get; set; }
}

[OptionsValidator]
internal sealed partial class PublicOptionsValidator : IValidateOptions<PublicOptions>;
