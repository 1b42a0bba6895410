using Distribution.Platform.Storage;

namespace Distribution.Publisher.Offices;

public sealed class OfficerStore(Tables tables) : Shelf<Officer>(tables[Tables.Officers], "officers");
