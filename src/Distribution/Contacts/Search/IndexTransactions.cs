using Azure.Data.Tables;

namespace Distribution.Contacts.Search;

/// <summary>Cuts rows of one partition into transactions; pure.</summary>
internal static class IndexTransactions
{
    /// <summary>Most rows and most bytes of one transaction; the service takes 100 and 4 MiB.</summary>
    private const int MostRows = 100;
    private const int MostBytes = 3_500_000;

    /// <summary>Headers of the row's part of the request, and what a column takes beside its text.</summary>
    private const int BytesPerRow = 800;
    private const int BytesPerColumn = 40;

    /// <summary>In the request's JSON a letter outside ASCII takes six bytes, and so does a quotation mark.</summary>
    private const int BytesPerCharacter = 6;

    public static IEnumerable<IReadOnlyList<TableEntity>> Split(IEnumerable<TableEntity> rows)
    {
        List<TableEntity> transaction = [];
        var bytes = 0;
        foreach (var row in rows)
        {
            var more = Bytes(row);
            if (transaction.Count == MostRows || (transaction.Count > 0 && bytes + more > MostBytes))
            {
                yield return transaction;
                (transaction, bytes) = ([], 0);
            }

            transaction.Add(row);
            bytes += more;
        }

        if (transaction.Count > 0) yield return transaction;
    }

    private static int Bytes(TableEntity row) =>
        BytesPerRow + row.Sum(column => BytesPerColumn + (BytesPerCharacter * ((column.Value as string)?.Length ?? 0)));
}
