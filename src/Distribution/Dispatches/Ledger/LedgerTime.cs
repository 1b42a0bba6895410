using System.Globalization;

namespace Distribution.Dispatches.Ledger;

/// <summary>
/// The one way in which instants of the ledger are written, so that what is hashed is what is stored and shown: UTC, milliseconds.
/// </summary>
public static class LedgerTime
{
    public static string Write(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}
