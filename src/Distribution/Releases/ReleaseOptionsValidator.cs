using Microsoft.Extensions.Options;

namespace Distribution.Releases;

[OptionsValidator]
internal sealed partial class ReleaseOptionsValidator : IValidateOptions<ReleaseOptions>;
