using Distribution.Platform.Storage;

namespace Distribution.Audiences.MediaLists;

public sealed class RuleRefreshStore(Tables tables) : ResourceStore<RuleRefresh>(tables[Tables.MediaLists], "refreshes");
