using Microsoft.Extensions.Options;

namespace Distribution.Mail.SendRates;

[OptionsValidator]
internal sealed partial class SendRateOptionsValidator : IValidateOptions<SendRateOptions>;
