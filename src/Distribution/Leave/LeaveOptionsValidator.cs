using Microsoft.Extensions.Options;

namespace Distribution.Leave;

[OptionsValidator]
internal sealed partial class LeaveOptionsValidator : IValidateOptions<LeaveOptions>;
