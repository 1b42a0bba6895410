using Microsoft.Extensions.Options;

namespace Distribution.Dispatches;

[OptionsValidator]
internal sealed partial class DispatchOptionsValidator : IValidateOptions<DispatchOptions>;
