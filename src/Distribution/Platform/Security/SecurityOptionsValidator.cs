using Microsoft.Extensions.Options;

namespace Distribution.Platform.Security;

[OptionsValidator]
internal sealed partial class SecurityOptionsValidator : IValidateOptions<SecurityOptions>;
