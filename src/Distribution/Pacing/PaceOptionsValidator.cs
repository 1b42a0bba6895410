using Microsoft.Extensions.Options;

namespace Distribution.Pacing;

[OptionsValidator]
internal sealed partial class PaceOptionsValidator : IValidateOptions<PaceOptions>;
