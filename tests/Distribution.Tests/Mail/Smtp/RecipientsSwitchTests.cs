using Distribution.Mail.Smtp;

namespace Distribution.Tests.Mail.Smtp;

public sealed class RecipientsSwitchTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    public void Unset_means_nobody(string? text) => Assert.IsType<RecipientsSwitch.Off>(RecipientsSwitch.Parse(text));

    [Theory]
    [InlineData("*")]
    [InlineData(" * ")]
    public void A_star_means_everybody(string text) => Assert.IsType<RecipientsSwitch.Everybody>(RecipientsSwitch.Parse(text));

    [Theory]
    [InlineData("a@example.org", "a@example.org")]
    [InlineData(" a@example.org , b@example.org ", "a@example.org b@example.org")]
    [InlineData("a@example.org,A@Example.org", "a@example.org")]
    public void Addresses_mean_a_rehearsal_to_each_of_them_once(string text, string expected)
    {
        var rehearsal = Assert.IsType<RecipientsSwitch.Rehearsal>(RecipientsSwitch.Parse(text));

        Assert.Equal(expected, string.Join(' ', rehearsal.Addresses));
    }

    [Theory]
    [InlineData("**")]
    [InlineData("*, a@example.org")]
    [InlineData("everybody")]
    [InlineData("a@example.org,")]
    [InlineData("a@example.org; b@example.org")]
    public void Anything_else_is_an_error_and_never_everybody(string text)
    {
        Assert.False(RecipientsSwitch.TryParse(text, out _));
        Assert.Throws<FormatException>(() => RecipientsSwitch.Parse(text));
    }
}
