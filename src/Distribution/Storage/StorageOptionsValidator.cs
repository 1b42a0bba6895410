using Microsoft.Extensions.Options;

namespace Distribution.Storage;

[OptionsValidator]
internal sealed partial class StorageOptionsValidator : IValidateOptions<StorageOptions>;
