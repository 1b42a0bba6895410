using Distribution.Contacts.Contacts;
using Distribution.Server;

namespace Distribution.Web.Tests.Wiring;

public sealed class ConstructorTests
{
    /// <summary>A class that needs more thinks two thoughts: cut it where they part.</summary>
    private const int Most = 9;

    [Fact]
    public void No_class_depends_on_ten_others_or_more() => Assert.Empty(
        new[] { typeof(Contact), typeof(DistributionWeb), typeof(DistributionServer) }
            .SelectMany(type => type.Assembly.GetTypes())
            .Where(type => type.IsClass)
            .SelectMany(type => type.GetConstructors())
            .Where(constructor => constructor.GetParameters().Length > Most)
            .Select(constructor => $"{constructor.DeclaringType} has {constructor.GetParameters().Length}"));
}
