using Distribution.Platform.Storage;

namespace Distribution.Mail.Outbox;

public sealed class OutboxStore(Tables tables) : ResourceStore<OutboxMail>(tables[Tables.Outbox], "outbox");
