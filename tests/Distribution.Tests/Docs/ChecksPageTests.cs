using Distribution.Releases.Checks;
using Distribution.Testing;

namespace Distribution.Tests.Docs;

public sealed class ChecksPageTests
{
    [Fact]
    public void Every_check_is_described() => Assert.Equal(
        CheckIds.All.Order(StringComparer.Ordinal),
        Repository.Read("docs/reference/checks.md").Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('`')[1]).Order(StringComparer.Ordinal));
}
