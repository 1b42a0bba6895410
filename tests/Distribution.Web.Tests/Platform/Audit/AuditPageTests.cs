using System.Text.Json;
using Distribution.Testing;
using Distribution.Web.Platform.Audit;

namespace Distribution.Web.Tests.Platform.Audit;

public sealed class AuditPageTests
{
    [Fact]
    public void Every_kind_of_thing_is_described_with_what_is_told_of_it() => Assert.Equal(
        Audited.Things.All.Select(thing => $"`{thing.Kind}`|{thing.Area}|{Told(thing)}").Order(),
        Edits().Select(cells => string.Join('|', cells)).Order());

    /// <summary>The rows before those of other actions, which have a dot in their names.</summary>
    private static IEnumerable<string[]> Edits() =>
        Repository.Rows("docs/reference/audit.md").Where(cells => !cells[0].Contains('.', StringComparison.Ordinal));

    private static string Told(AuditedThing thing) =>
        thing.Recorded.Count == 0 ? "nothing" : string.Join(", ", thing.Recorded.Select(JsonNamingPolicy.CamelCase.ConvertName));
}
