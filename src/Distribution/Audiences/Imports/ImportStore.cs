using Distribution.Platform.Storage;

namespace Distribution.Audiences.Imports;

public sealed class ImportStore(Tables tables) : ResourceStore<Import>(tables[Tables.Imports], "imports");
