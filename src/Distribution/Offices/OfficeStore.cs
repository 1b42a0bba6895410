using Distribution.Storage;

namespace Distribution.Offices;

public sealed class OfficeStore(Tables tables) : Shelf<Office>(tables[Tables.Offices], "offices");
