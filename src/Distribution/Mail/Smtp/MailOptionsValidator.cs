using Microsoft.Extensions.Options;

namespace Distribution.Mail.Smtp;

[OptionsValidator]
internal sealed partial class MailOptionsValidator : IValidateOptions<MailOptions>;
