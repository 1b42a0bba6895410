using Microsoft.Extensions.Options;

namespace Distribution.Platform.Storage;

[OptionsValidator]
internal sealed partial class StorageOptionsValidator : IValidateOptions<StorageOptions>;
