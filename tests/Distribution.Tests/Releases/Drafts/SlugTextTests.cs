using Distribution.Releases.Drafts;

namespace Distribution.Tests.Releases.Drafts;

public sealed class SlugTextTests
{
    [Theory]
    [InlineData("Four states count their reefs", "four-states-count-their-reefs")]
    [InlineData("L’OIM organise un atelier à Kingston", "l-oim-organise-un-atelier-a-kingston")]
    [InlineData("  «Peces» — ¿cuántos? ¡100 %!  ", "peces-cuantos-100")]
    [InlineData("Straße, Ærø, Łódź, smørrebrød, œuvre", "strasse-aero-lodz-smorrebrod-oeuvre")]
    [InlineData("Щука и ёж", "shchuka-i-ezh")]
    [InlineData("Ύφαλοι της Καραϊβικής", "yfaloi-tis-karaivikis")]
    [InlineData("COP２９ ﬁnds", "cop29-finds")]
    [InlineData("Tiếng Việt", "tieng-viet")]
    public void A_headline_becomes_words_of_ASCII_letters(string headline, string slug) => Assert.Equal(slug, SlugText.From(headline));

    [Theory]
    [InlineData("珊瑚礁")]
    [InlineData("شعاب مرجانية")]
    [InlineData("?!")]
    public void Where_no_letter_can_be_written_there_is_no_slug(string headline) => Assert.Null(SlugText.From(headline));

    [Fact]
    public void A_long_headline_is_cut_between_words()
    {
        var slug = SlugText.From(string.Join(' ', Enumerable.Repeat("reef", 50)))!;

        Assert.Equal(79, slug.Length);
        Assert.EndsWith("-reef", slug, StringComparison.Ordinal);
    }

    [Fact]
    public void A_single_long_word_is_cut_inside() => Assert.Equal(new string('a', 80), SlugText.From(new string('a', 300)));
}
