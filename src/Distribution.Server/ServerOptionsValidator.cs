using Microsoft.Extensions.Options;

namespace Distribution.Server;

[OptionsValidator]
internal sealed partial class ServerOptionsValidator : IValidateOptions<ServerOptions>;
