using Distribution.Storage;

namespace Distribution.MediaLists;

public sealed class MediaListStore(Tables tables) : Shelf<MediaList>(tables[Tables.MediaLists], "lists");
