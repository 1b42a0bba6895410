using Distribution.Storage;

namespace Distribution.Outbox;

public sealed class OutboxStore(Tables tables) : Shelf<OutboxMail>(tables[Tables.Outbox], "outbox");
