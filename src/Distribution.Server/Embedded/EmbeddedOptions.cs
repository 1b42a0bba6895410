using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Distribution.Server.Embedded;

/// <summary>The services that the server starts beside itself when no storage account or no mail server is set.</summary>
internal sealed class EmbeddedOptions
{
    public const string Section = "Embedded";

    /// <summary>The folder for packages, data and secrets; <c>.data</c> beside the solution or in the current directory unless set.</summary>
    public string? Directory { get; set; }

    /// <summary>Port of the embedded blob service, 1 to 65535; 10000 unless set, or a free one.</summary>
    [Range(1, 65535)]
    public int? BlobPort { get; set; }

    /// <summary>Port of the embedded queue service, 1 to 65535; 10001 unless set, or a free one.</summary>
    [Range(1, 65535)]
    public int? QueuePort { get; set; }

    /// <summary>Port of the embedded table service, 1 to 65535; 10002 unless set, or a free one.</summary>
    [Range(1, 65535)]
    public int? TablePort { get; set; }

    /// <summary>Port on which the development inbox takes mail, 1 to 65535; 1025 unless set, or a free one.</summary>
    [Range(1, 65535)]
    public int? SmtpPort { get; set; }

    /// <summary>Port of the development inbox's web page, 1 to 65535; 1080 unless set, or a free one.</summary>
    [Range(1, 65535)]
    public int? InboxPort { get; set; }

    /// <summary>Reads and validates the options before there is a host to do it.</summary>
    public static EmbeddedOptions Read(IConfiguration configuration)
    {
        var options = configuration.GetSection(Section).Get<EmbeddedOptions>() ?? new();
        var result = new EmbeddedOptionsValidator().Validate(Section, options);
        return result.Succeeded ? options : throw new OptionsValidationException(Section, typeof(EmbeddedOptions), result.Failures);
    }
}

[OptionsValidator]
internal sealed partial class EmbeddedOptionsValidator : IValidateOptions<EmbeddedOptions>;
