using Distribution.Platform.Storage;

namespace Distribution.Publisher.Users;

public sealed class ApiKeyStore(Tables tables) : ResourceStore<ApiKey>(tables[Tables.ApiKeys], "keys");
