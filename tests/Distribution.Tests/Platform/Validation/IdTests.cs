using Distribution.Platform.Validation;

namespace Distribution.Tests.Platform.Validation;

public sealed class IdTests
{
    [Theory]
    [InlineData("Port of Spain", "port-of-spain")]
    [InlineData("  Port-d'Espagne ", "port-d-espagne")]
    [InlineData("Curaçao", "curacao")]
    [InlineData("7 Days", "7-days")]
    [InlineData("京都", "")]
    public void An_id_is_made_from_a_name(string name, string id) => Assert.Equal(id, Ids.From(name));

    [Fact]
    public void An_id_from_a_long_name_is_still_an_id() =>
        Assert.True(Ids.IsValid(Ids.From(string.Join(' ', Enumerable.Repeat("regional", 20)))));

    [Theory]
    [InlineData("a", true)]
    [InlineData("port-of-spain", true)]
    [InlineData("-port", false)]
    [InlineData("Port", false)]
    [InlineData("port\n", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("a123456789a123456789a123456789a123456789a123456789a123456789abc", true)]
    [InlineData("a123456789a123456789a123456789a123456789a123456789a123456789abcd", false)]
    public void An_id_has_a_form_of_its_own(string? id, bool valid) => Assert.Equal(valid, Ids.IsValid(id));
}
