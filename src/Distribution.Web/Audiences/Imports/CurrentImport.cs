using Distribution.Audiences.Imports;
using Distribution.Platform.Storage;
using Distribution.Web.Platform.Problems;
using Distribution.Web.Platform.Resources;

namespace Distribution.Web.Audiences.Imports;

/// <summary>Refusals of a change of an import that is another one by now, with the import as it is. Its job, too, writes to it.</summary>
internal static class CurrentImport
{
    public static ChangedProblem Changed(Stored<Import>? current) => new() { Members = Members(current) };

    /// <summary>Of a change that lost against another one.</summary>
    public static async Task<ConflictProblem> LostAsync(string id, ImportStore imports, CancellationToken cancellationToken) =>
        new(ProblemTypes.Conflict) { Members = Members(await imports.FindAsync(id, cancellationToken)) };

    private static Dictionary<string, object?> Members(Stored<Import>? current) => new()
    {
        ["currentETag"] = current is null ? null : EntityTags.Get(current.ETag),
        ["state"] = current?.Value.State,
        ["changedBy"] = current?.Value.StartedBy ?? current?.Value.CreatedBy,
        ["changedAt"] = current?.WrittenAt,
    };
}
