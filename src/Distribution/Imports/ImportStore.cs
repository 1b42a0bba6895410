using Distribution.Storage;

namespace Distribution.Imports;

public sealed class ImportStore(Tables tables) : Shelf<Import>(tables[Tables.Imports], "imports");
