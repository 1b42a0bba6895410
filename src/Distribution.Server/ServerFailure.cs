using Distribution.Web.Platform.Hosting;

namespace Distribution.Server;

/// <summary>The server cannot start or continue; the message is one sentence with the remedy.</summary>
internal sealed class ServerFailure(string sentence) : Exception(sentence)
{
    /// <summary>The sentence for a failure that the user can fix, or null when it is a bug.</summary>
    public static string? Explain(Exception failure) => failure switch
    {
        ServerFailure => failure.Message,
        InvalidDataException => $"{failure.Message} Correct that file.",
        IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } =>
            $"{failure.Message} Stop what uses it, or give another address with --urls.",
        _ => StartFailure.Explain(failure),
    };
}
