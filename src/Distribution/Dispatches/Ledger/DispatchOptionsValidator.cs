using Microsoft.Extensions.Options;

namespace Distribution.Dispatches.Ledger;

[OptionsValidator]
internal sealed partial class DispatchOptionsValidator : IValidateOptions<DispatchOptions>;
