using Distribution.Platform.Storage;

namespace Distribution.Publisher.Offices;

public sealed class PressOfficerStore(Tables tables) : ResourceStore<PressOfficer>(tables[Tables.PressOfficers], "officers");
