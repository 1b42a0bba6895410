using System.Reflection;

namespace Distribution.Web.Tests.Wiring;

public sealed class AssemblyTests
{
    [Theory]
    [InlineData(typeof(DistributionServices), "Microsoft.AspNetCore.")]
    [InlineData(typeof(DistributionServices), "Microsoft.Azure.Functions.")]
    [InlineData(typeof(DistributionServices), "Distribution.")]
    [InlineData(typeof(DistributionWeb), "Microsoft.Azure.Functions.")]
    [InlineData(typeof(DistributionWeb), "Distribution.Server")]
    [InlineData(typeof(DistributionWeb), "Distribution.Functions")]
    public void Dependencies_point_from_the_heads_to_the_application(Type type, string forbidden) =>
        Assert.DoesNotContain(References(type), name => name.StartsWith(forbidden, StringComparison.Ordinal));

    private static IEnumerable<string> References(Type type) =>
        Assembly.GetAssembly(type)!.GetReferencedAssemblies().Select(name => name.Name!);
}
