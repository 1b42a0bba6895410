using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Distribution.Server;

/// <summary>Settings of the server head alone.</summary>
internal sealed class ServerOptions
{
    public const string Section = "Server";

    /// <summary>
    /// How long the server waits at start for a storage that does not answer, zero to one day, and ten seconds at least; two minutes unless
    /// set.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00", ParseLimitsInInvariantCulture = true, ConvertValueInInvariantCulture = true)]
    public TimeSpan StorageWait { get; set; } = TimeSpan.FromMinutes(2);
}

[OptionsValidator]
internal sealed partial class ServerOptionsValidator : IValidateOptions<ServerOptions>;
