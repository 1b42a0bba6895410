using Microsoft.Extensions.Options;

namespace Distribution;

[OptionsValidator]
internal sealed partial class PublicOptionsValidator : IValidateOptions<PublicOptions>;
