using Distribution.Platform.Validation;

namespace Distribution.Tests.Platform.Validation;

public sealed class PhoneTests
{
    [Theory]
    [InlineData("868 622 0100", "TT", "+18686220100")]
    [InlineData("+1 (868) 622-0100", null, "+18686220100")]
    [InlineData("01 42 68 53 00", "FR", "+33142685300")]
    [InlineData("868 622 0100", null, null)]
    [InlineData("12", "TT", null)]
    [InlineData("call me", "TT", null)]
    public void A_number_is_kept_in_international_form(string text, string? country, string? kept) =>
        Assert.Equal(kept, Phones.Parse(text, country));

    [Fact]
    public void The_example_that_a_refusal_gives_is_a_number()
    {
        var errors = new FieldErrors();
        errors.Phone("phone", "12", country: null);
        var example = errors.ToDictionary()["phone"][0].Split("such as ")[1].TrimEnd('.');
        Assert.NotNull(Phones.Parse(example, country: null));
    }
}
