using Microsoft.Extensions.Options;

namespace Distribution.Readers.Signups;

[OptionsValidator]
internal sealed partial class SignupOptionsValidator : IValidateOptions<SignupOptions>;
