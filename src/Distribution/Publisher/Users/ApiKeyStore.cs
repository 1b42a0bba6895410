using Distribution.Platform.Storage;

namespace Distribution.Publisher.Users;

public sealed class ApiKeyStore(Tables tables) : Shelf<ApiKey>(tables[Tables.ApiKeys], "keys");
