using Distribution.Storage;

namespace Distribution.People;

public sealed class ApiKeyStore(Tables tables) : Shelf<ApiKey>(tables[Tables.ApiKeys], "keys");
