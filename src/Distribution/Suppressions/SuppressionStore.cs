using Distribution.Storage;

namespace Distribution.Suppressions;

public sealed class SuppressionStore(Tables tables) : Shelf<Suppression>(tables[Tables.Suppressions], "suppressions");
