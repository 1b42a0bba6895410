using Microsoft.Extensions.Options;

namespace Distribution.Server.Loops;

[OptionsValidator]
internal sealed partial class ScheduleOptionsValidator : IValidateOptions<ScheduleOptions>;
