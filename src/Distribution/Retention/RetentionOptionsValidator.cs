using Microsoft.Extensions.Options;

namespace Distribution.Retention;

[OptionsValidator]
internal sealed partial class RetentionOptionsValidator : IValidateOptions<RetentionOptions>;
