using System.Text.RegularExpressions;
using Azure.Identity;
using Microsoft.Extensions.Options;

namespace Distribution.Server;

/// <summary>The server cannot start or go on; the message is one sentence that says what to do about it.</summary>
internal sealed partial class ServerFailure(string sentence) : Exception(sentence)
{
    /// <summary>The sentence for a failure that the user can mend, or null when it is a bug.</summary>
    public static string? Explain(Exception failure) => failure switch
    {
        ServerFailure => failure.Message,
        OptionsValidationException { Failures: var failures } =>
            string.Join(' ', failures.Select(text => Member().Replace(text, "")).Distinct()),
        // The start validates all options and throws the failures of all of them together.
        AggregateException { InnerExceptions: var several } when several.All(one => one is OptionsValidationException) =>
            string.Join(' ', several.Select(Explain)),
        InvalidOperationException { Source: "Microsoft.Extensions.Configuration.Binder" } => $"{failure.Message} Correct that setting.",
        InvalidDataException => $"{failure.Message} Correct that file.",
        AuthenticationFailedException =>
            "This machine has no identity that may use Storage:Account: give it one, or set Storage:ConnectionString.",
        IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } =>
            $"{failure.Message} Stop what uses it, or give another address with --urls.",
        _ => null,
    };

    // The validators put the property's name before the message, which names the setting itself.
    [GeneratedRegex(@"^\w+: ", RegexOptions.CultureInvariant)]
    private static partial Regex Member();
}
