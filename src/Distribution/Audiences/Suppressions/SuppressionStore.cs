using Distribution.Platform.Storage;

namespace Distribution.Audiences.Suppressions;

public sealed class SuppressionStore(Tables tables) : Shelf<Suppression>(tables[Tables.Suppressions], "suppressions");
