using Microsoft.Extensions.Options;

namespace Distribution.Releases.Drafts;

[OptionsValidator]
internal sealed partial class ReleaseOptionsValidator : IValidateOptions<ReleaseOptions>;
