using Microsoft.Extensions.Options;

namespace Distribution.Mail.Dkim;

[OptionsValidator]
internal sealed partial class DkimOptionsValidator : IValidateOptions<DkimOptions>;
