using Distribution.Platform.Storage;

namespace Distribution.Publisher.Users;

public sealed class UserStore(Tables tables) : ResourceStore<User>(tables[Tables.Users], "users");
