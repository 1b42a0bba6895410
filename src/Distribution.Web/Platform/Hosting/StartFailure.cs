using System.Text.RegularExpressions;
using Azure.Identity;
using Microsoft.Extensions.Options;

namespace Distribution.Web.Platform.Hosting;

/// <summary>Why a head cannot start, where the settings can mend it.</summary>
public static partial class StartFailure
{
    /// <summary>One sentence that says what to do, or null when the failure is a bug.</summary>
    public static string? Explain(Exception failure) => failure switch
    {
        OptionsValidationException { Failures: var failures } => string.Join(' ', failures.Select(text => Member().Replace(text, "")).Distinct()),
        // The start validates all options and throws the failures of all of them together.
        AggregateException { InnerExceptions: var several } when several.All(one => one is OptionsValidationException) =>
            string.Join(' ', several.Select(Explain)),
        InvalidOperationException { Source: "Microsoft.Extensions.Configuration.Binder" } => $"{failure.Message} Correct that setting.",
        AuthenticationFailedException => "This machine has no identity that may use Storage:Account: give it one, or set Storage:ConnectionString.",
        _ => null,
    };

    // The validators put the property's name before the message, which names the setting itself.
    [GeneratedRegex(@"^\w+: ", RegexOptions.CultureInvariant)]
    private static partial Regex Member();
}
