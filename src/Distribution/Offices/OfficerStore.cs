using Distribution.Storage;

namespace Distribution.Offices;

public sealed class OfficerStore(Tables tables) : Shelf<Officer>(tables[Tables.Officers], "officers");
