using Microsoft.Extensions.Options;

namespace Distribution.Security;

[OptionsValidator]
internal sealed partial class SecurityOptionsValidator : IValidateOptions<SecurityOptions>;
