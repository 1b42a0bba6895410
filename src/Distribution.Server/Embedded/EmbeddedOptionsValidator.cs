using Microsoft.Extensions.Options;

namespace Distribution.Server.Embedded;

[OptionsValidator]
internal sealed partial class EmbeddedOptionsValidator : IValidateOptions<EmbeddedOptions>;
