using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Distribution.Readers.Signups;

/// <summary>How journalists subscribe by themselves.</summary>
public sealed class SignupOptions
{
    public const string Section = "Signup";

    /// <summary>How many confirmations an address is sent in a day, 1 to 20; what is asked for beyond that is answered alike and sends nothing.</summary>
    [Range(1, 20)]
    public int PerAddressPerDay { get; set; } = 3;

    /// <summary>How many requests are taken from one network in an hour, 1 to 10,000.</summary>
    [Range(1, 10_000)]
    public int PerNetworkPerHour { get; set; } = 30;

    /// <summary>Domains whose addresses are refused, such as those that are thrown away after use.</summary>
    public IReadOnlyList<string> RefusedDomains { get; set; } = [];
}

[OptionsValidator]
internal sealed partial class SignupOptionsValidator : IValidateOptions<SignupOptions>;
