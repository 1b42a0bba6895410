using Distribution.Contacts.Search;

namespace Distribution.Tests.Contacts.Files.Values;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("Rosa Núñez", "rosa nunez")]
    [InlineData("  ÉLODIE   d’Ambré ", "elodie dambre")]
    [InlineData("Jean-Luc", "jean luc")]
    [InlineData("Groß ẞTRASSE", "gross sstrasse")]
    [InlineData("Łukasz Żółć", "lukasz zolc")]
    [InlineData("Søren Ærø Ångström", "soren aero angstrom")]
    [InlineData("Œuvre Þór Đorđe", "oeuvre thor dorde")]
    [InlineData("Nguyễn Thị Đỗ", "nguyen thi do")]
    [InlineData("İrem Işık ılgaz", "irem isik ilgaz")]
    [InlineData("Ὀδυσσεύς", "οδυσσευσ")]
    [InlineData("Фёдор Зайцев Їжак", "федор заицев іжак")]
    [InlineData("مُحَمَّد", "محمد")]
    [InlineData("محـــمد", "محمد")]
    [InlineData("أحمد إبراهيم آمنة ٱلنور", "احمد ابراهيم امنه النور")]
    [InlineData("ليلى على", "ليلي علي")]
    [InlineData("شکیبا ی", "شكيبا ي")]
    [InlineData("שָׁלוֹם", "שלום")]
    [InlineData("王小明", "王小明")]
    [InlineData("한국어 김철수", "한국어 김철수")]
    [InlineData("がぎぐ ガ", "がぎぐ ガ")]
    [InlineData("हिन्दी", "हिन्दी")]
    [InlineData("ｒｏｓａ ﬁne", "rosa fine")]
    [InlineData("rosa.nunez@example.org", "rosa nunez example org")]
    [InlineData("Channel 4", "channel 4")]
    [InlineData("𠮷野", "𠮷野")]
    [InlineData("ro\u00ADsa\u200D", "rosa")]
    public void A_text_is_folded_into_words(string text, string words) => Assert.Equal(words, string.Join(' ', Folding.Words(text)));

    [Theory]
    [InlineData("")]
    [InlineData(" *%'\"\\/?# ")]
    [InlineData("🎉🇹🇹")]
    [InlineData("\uD83C")]
    [InlineData("\0\u0001")]
    [InlineData("̈")]
    public void Where_there_is_no_letter_and_no_digit_there_is_no_word(string text) => Assert.Empty(Folding.Words(text));

    [Fact]
    public void A_word_is_kept_once() => Assert.Equal(["rosa", "perez"], Folding.Words("Rosa Pérez Rosa"));

    [Fact]
    public void An_apostrophe_joins_and_what_stands_around_it_is_found_too() =>
        Assert.Equal(["lequipe", "l", "equipe"], Folding.WordsAndParts("L'Équipe"));

    [Fact]
    public void A_long_word_is_cut_and_never_in_the_middle_of_a_letter()
    {
        Assert.Equal(new string('a', 40), Assert.Single(Folding.Words(new string('a', 10_000))));
        Assert.Equal(string.Concat(Enumerable.Repeat("𠮷", 20)), Assert.Single(Folding.Words(string.Concat(Enumerable.Repeat("𠮷", 30)))));
    }

    [Fact]
    public void What_is_folded_is_folded_to_itself() =>
        Assert.All(["Łukasz Żółć", "ليلى على", "がぎぐ", "Groß"], text =>
        {
            var folded = string.Join(' ', Folding.Words(text));
            Assert.Equal(folded, string.Join(' ', Folding.Words(folded)));
        });
}
