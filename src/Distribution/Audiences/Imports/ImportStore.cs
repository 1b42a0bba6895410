using Distribution.Platform.Storage;

namespace Distribution.Audiences.Imports;

public sealed class ImportStore(Tables tables) : Shelf<Import>(tables[Tables.Imports], "imports");
