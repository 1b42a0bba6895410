using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Distribution.Operations.SignIn;

/// <summary>How users sign in to the console.</summary>
public sealed class SignInOptions
{
    public const string Section = "SignIn";

    /// <summary>
    /// Address of the first administrator: becomes a user at the first sign-in, as long as no user is an administrator of the whole
    /// organisation.
    /// </summary>
    [EmailAddress(ErrorMessage = "SignIn:FirstAdministrator is one mail address.")]
    public string? FirstAdministrator { get; set; }

    /// <summary>How many sign-in mails an address is sent in an hour, 1 to 100.</summary>
    [Range(1, 100)]
    public int PerAddressPerHour { get; set; } = 10;
}

[OptionsValidator]
internal sealed partial class SignInOptionsValidator : IValidateOptions<SignInOptions>;
