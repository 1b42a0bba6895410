using Distribution.Storage;

namespace Distribution.Contacts;

public sealed class OutletStore(Tables tables) : Shelf<Outlet>(tables[Tables.Outlets], "outlets");
