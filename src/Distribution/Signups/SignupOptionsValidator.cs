using Microsoft.Extensions.Options;

namespace Distribution.Signups;

[OptionsValidator]
internal sealed partial class SignupOptionsValidator : IValidateOptions<SignupOptions>;
