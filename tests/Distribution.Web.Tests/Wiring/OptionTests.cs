using System.Collections;
using System.Reflection;
using Distribution.Server;
using Distribution.Testing;

namespace Distribution.Web.Tests.Wiring;

public sealed class OptionTests
{
    private static readonly Assembly[] Assemblies = [typeof(DistributionServices).Assembly, typeof(DistributionWeb).Assembly, typeof(ServerOptions).Assembly];

    [Fact]
    public void The_reference_lists_every_setting()
    {
        var documented = Repository.Rows("docs/reference/options.md").Select(cells => cells[0].Trim('`')).Where(key => !key.Contains('_', StringComparison.Ordinal));
        Assert.Equal(Assemblies.SelectMany(assembly => assembly.GetTypes()).SelectMany(Keys).Order(), documented.Order());
    }

    private static IEnumerable<string> Keys(Type type) => type switch
    {
        { Name: "ScheduleOptions" } => Keys(type, ""),
        _ when type.GetField("Section") is { IsLiteral: true } section => Keys(type, $"{section.GetRawConstantValue()}:"),
        _ => [],
    };

    private static IEnumerable<string> Keys(Type type, string prefix) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite).SelectMany(property =>
            Assemblies.Contains(property.PropertyType.Assembly) && property.PropertyType.IsClass ? Keys(property.PropertyType, $"{prefix}{property.Name}:")
            : property.PropertyType != typeof(string) && property.PropertyType.IsAssignableTo(typeof(IEnumerable)) ? [$"{prefix}{property.Name}:0"]
            : [$"{prefix}{property.Name}"]);
}
