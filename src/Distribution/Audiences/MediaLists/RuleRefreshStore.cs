using Distribution.Platform.Storage;

namespace Distribution.Audiences.MediaLists;

public sealed class RuleRefreshStore(Tables tables) : Shelf<RuleRefresh>(tables[Tables.MediaLists], "refreshes");
