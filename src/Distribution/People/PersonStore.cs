using Distribution.Storage;

namespace Distribution.People;

public sealed class PersonStore(Tables tables) : Shelf<Person>(tables[Tables.People], "people");
