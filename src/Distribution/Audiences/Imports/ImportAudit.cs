using System.Globalization;
using Distribution.Platform.Audit;

namespace Distribution.Audiences.Imports;

/// <summary>The audit entry of an import: one, whatever the number of contacts; pure.</summary>
public static class ImportAudit
{
    public const string Finished = "imports.finished";

    /// <param name="import">A finished one.</param>
    public static AuditEntry Entry(Import import) => new()
    {
        Id = $"{import.Id}.finished",
        At = import.FinishedAt!.Value,
        Action = Finished,
        By = import.StartedBy ?? import.CreatedBy,
        Key = import.StartedKey,
        Subject = $"import:{import.Id}",
        Details = Details(import),
    };

    private static Dictionary<string, string> Details(Import import) => new()
    {
        ["added"] = Number(import.Counts.Added),
        ["changed"] = Number(import.Counts.Changed),
        ["unchanged"] = Number(import.Counts.Unchanged),
        ["leftOut"] = Number(import.Counts.LeftOut),
        ["subscribed"] = Number(import.Counts.Subscribed),
        ["suppressed"] = Number(import.Counts.Suppressed),
        ["ended"] = Number(import.Counts.Ended),
        ["lists"] = string.Join(", ", import.Settings?.Lists ?? []),
    };

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
