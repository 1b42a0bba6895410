using Distribution.Platform.Storage;

namespace Distribution.Publisher.Users;

public sealed class PersonStore(Tables tables) : Shelf<Person>(tables[Tables.People], "people");
