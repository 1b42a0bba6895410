using Distribution.Platform.Storage;

namespace Distribution.Mail.Outbox;

public sealed class OutboxStore(Tables tables) : Shelf<OutboxMail>(tables[Tables.Outbox], "outbox");
