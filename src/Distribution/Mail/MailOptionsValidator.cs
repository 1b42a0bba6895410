using Microsoft.Extensions.Options;

namespace Distribution.Mail;

[OptionsValidator]
internal sealed partial class MailOptionsValidator : IValidateOptions<MailOptions>;
