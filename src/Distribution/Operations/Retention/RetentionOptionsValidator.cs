using Microsoft.Extensions.Options;

namespace Distribution.Operations.Retention;

[OptionsValidator]
internal sealed partial class RetentionOptionsValidator : IValidateOptions<RetentionOptions>;
