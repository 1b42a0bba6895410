using Distribution.Publisher.Organisations;

namespace Distribution.Tests.Publisher.Organisations;

public sealed class LegibilityTests
{
    [Theory]
    [InlineData("#000000", "#ffffff", 21.0)]
    [InlineData("#ffffff", "#ffffff", 1.0)]
    [InlineData("#777777", "#ffffff", 4.48)]
    [InlineData("#767676", "#ffffff", 4.54)]
    [InlineData("#ff0000", "#ffffff", 4.0)]
    [InlineData("#0000ff", "#ffffff", 8.59)]
    public void The_contrast_of_two_colours_is_that_of_WCAG(string one, string other, double expected)
    {
        Assert.Equal(expected, Parse(one).ContrastTo(Parse(other)), 0.005);
        Assert.Equal(expected, Parse(other).ContrastTo(Parse(one)), 0.005);
    }

    [Theory]
    [InlineData("#0b4f9e", true)]
    [InlineData("#0B4F9E", true)]
    [InlineData("0b4f9e", false)]
    [InlineData("#0b4", false)]
    [InlineData("blue", false)]
    [InlineData("#0b4f9e;", false)]
    [InlineData("#0b4f9e\n", false)]
    [InlineData(null, false)]
    public void A_colour_is_a_hash_and_six_digits(string? text, bool isOne) =>
        Assert.Equal(isOne ? "#0b4f9e" : null, Colour.Parse(text)?.ToString());

    [Fact]
    public void Whatever_the_colour_the_nearest_that_passes_passes()
    {
        foreach (var backgrounds in new[] { MailColours.LightBackgrounds, MailColours.DarkBackgrounds })
        {
            for (var number = 0; number < 0x1000000; number += 0x0F0F1)
            {
                Colour colour = new((byte)(number >> 16), (byte)(number >> 8), (byte)number);
                var nearest = Legibility.Nearest(colour, backgrounds);
                Assert.InRange(Legibility.Worst(nearest, backgrounds), Legibility.Enough, 21);
                if (Legibility.Worst(colour, backgrounds) >= Legibility.Enough) Assert.Equal(colour, nearest);
            }
        }
    }

    private static Colour Parse(string text) => Colour.Parse(text)!.Value;
}
