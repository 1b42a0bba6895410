using Distribution.Testing.Functions;

namespace Distribution.Functions.Tests;

public sealed class FunctionListTests(HeadFixture fixture)
{
    private static readonly string[] Values = ["schedule", "queueName", "route"];

    [Fact]
    public void The_host_is_given_the_functions_that_the_source_declares() =>
        Assert.Equal(DeclaredFunction.All.OrderBy(function => function.Name), fixture.Head.Functions.Values.Select(Describe).OrderBy(function => function.Name));

    private static DeclaredFunction Describe(HeadFunction function) =>
        new(function.Name, function.Trigger, Values.Select(function.Text).Single(value => value.Length > 0));
}
