using Microsoft.Extensions.Options;

namespace Distribution.Mail.SendRates;

[OptionsValidator]
internal sealed partial class PaceOptionsValidator : IValidateOptions<PaceOptions>;
