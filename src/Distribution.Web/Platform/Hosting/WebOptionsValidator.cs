using Microsoft.Extensions.Options;

namespace Distribution.Web.Platform.Hosting;

[OptionsValidator]
internal sealed partial class WebOptionsValidator : IValidateOptions<WebOptions>;
