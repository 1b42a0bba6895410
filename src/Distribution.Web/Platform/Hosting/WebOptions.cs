using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Distribution.Web.Platform.Hosting;

/// <summary>How requests reach the program.</summary>
public sealed class WebOptions
{
    public const string Section = "Web";

    /// <summary>How many proxies stand in front and set X-Forwarded-For and X-Forwarded-Proto: 0 (the headers are ignored) to 10. Azure Functions: 0, whose worker has read them already.</summary>
    [Range(0, 10, ErrorMessage = "Web:Proxies is the number of proxies in front of the program, 0 to 10.")]
    public int Proxies { get; set; }

    /// <summary>The largest request body, in bytes: 1,024 to 16,777,216.</summary>
    [Range(1024, 16 * 1024 * 1024, ErrorMessage = "Web:LargestBody is 1,024 to 16,777,216 bytes.")]
    public int LargestBody { get; set; } = 1024 * 1024;
}

[OptionsValidator]
internal sealed partial class WebOptionsValidator : IValidateOptions<WebOptions>;
