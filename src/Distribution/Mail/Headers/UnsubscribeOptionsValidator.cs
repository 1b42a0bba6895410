using Microsoft.Extensions.Options;

namespace Distribution.Mail.Headers;

[OptionsValidator]
internal sealed partial class UnsubscribeOptionsValidator : IValidateOptions<UnsubscribeOptions>;
