using Distribution.Platform.Storage;

namespace Distribution.Operations.Erasure;

/// <summary>Erasures by contact. Rows stay: they hold nothing of the person and show what was done.</summary>
public sealed class ErasureStore(Tables tables) : ResourceStore<ErasedContact>(tables[Tables.Erasures], "erasures");
