using Microsoft.Extensions.Options;

namespace Distribution.Web.Hosting;

[OptionsValidator]
internal sealed partial class WebOptionsValidator : IValidateOptions<WebOptions>;
