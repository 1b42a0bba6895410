using Distribution.Storage;

namespace Distribution.MediaLists;

public sealed class RuleRefreshStore(Tables tables) : Shelf<RuleRefresh>(tables[Tables.MediaLists], "refreshes");
