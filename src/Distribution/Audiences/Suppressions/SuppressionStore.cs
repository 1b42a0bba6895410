using Distribution.Platform.Storage;

namespace Distribution.Audiences.Suppressions;

public sealed class SuppressionStore(Tables tables) : ResourceStore<Suppression>(tables[Tables.Suppressions], "suppressions");
