using Distribution.Releases.Drafts;
using Distribution.Testing;

namespace Distribution.Tests.Releases.Drafts;

public sealed class DatelineTests
{
    [Theory]
    [InlineData("Kingston – Reef technicians met", "Kingston")]
    [InlineData("Kingston - Reef technicians met", "Kingston")]
    [InlineData("Kingston — Reef technicians met", "Kingston")]
    [InlineData("KINGSTON -- Reef technicians met", "Kingston")]
    [InlineData("Kingston, 12 March – Reef technicians met", "Kingston")]
    [InlineData("Kingston, Jamaica (12/03) – Reef technicians met", "Kingston")]
    [InlineData("Kingston (Jamaica) – Reef technicians met", "Kingston")]
    [InlineData("Kingston 12 mars – Des techniciens", "Kingston")]
    [InlineData("Kingston, 12 de marzo.—Técnicos", "Kingston")]
    [InlineData("Trinite-et-Tobago - Un atelier", "Trinité-et-Tobago")]
    [InlineData("Kingston – Reef technicians met", "Kingston, Jamaica")]
    [InlineData("KINGSTON, 12 March – Reef technicians met", "Kingston (Jamaica)")]
    [InlineData("Port-d'Espagne – Un atelier", "Port-d’Espagne")]
    [InlineData("Port‑d’Espagne, le 12 mars – Un atelier", "Port-d'Espagne, Trinité-et-Tobago")]
    [InlineData("كينغستون – اختتم فنيّو الشعاب", "كينغستون")]
    [InlineData("كينغستون – اختتم فنيّو الشعاب", "كينغستون، جامايكا")]
    public void A_text_that_opens_with_its_dateline_is_recognised(string text, string dateline) =>
        Assert.True(Dateline.Opens(text, dateline));

    [Theory]
    [InlineData("Kingston hosts reef technicians", "Kingston")]
    [InlineData("Kingston hosts reef technicians – again", "Kingston")]
    [InlineData("Kingston-based technicians met", "Kingston")]
    [InlineData("Kingstown – Reef technicians met", "Kingston")]
    [InlineData("Reef technicians met in Kingston – again", "Kingston")]
    [InlineData("", "Kingston")]
    [InlineData("Kingston – Reef technicians met", ", Jamaica")]
    public void A_text_that_only_begins_with_the_same_word_has_no_dateline(string text, string dateline) =>
        Assert.False(Dateline.Opens(text, dateline));

    [Fact]
    public void Without_one_of_its_own_a_translation_is_told_from_its_office()
    {
        Assert.Equal("Puerto España", Dateline.Write(SampleData.Spanish, SampleData.Office));
        Assert.Equal("Puerto España", Dateline.Write(SampleData.Spanish with { Dateline = "  " }, SampleData.Office));
        Assert.Equal("Kingston", Dateline.Write(SampleData.English, SampleData.Office));
    }

    [Theory]
    [InlineData("Technicians met.", "Kingston – Technicians met.")]
    [InlineData("**Kingston** – Technicians met.", "Kingston – Technicians met.")]
    [InlineData("KINGSTON — Technicians met.", "KINGSTON — Technicians met.")]
    [InlineData("- one\n- two", "Kingston\n\n- one\n- two")]
    [InlineData("# What is new\n\nTechnicians met.", "Kingston\n\nWhat is new\n\nTechnicians met.")]
    public void The_dateline_stands_before_the_first_words_once(string body, string expected) =>
        Assert.Equal(expected, Dateline.Body(SampleData.English with { Body = body }, SampleData.Office).PlainText);

    [Theory]
    [InlineData("Kingston –")]
    [InlineData("Kingston —  ")]
    [InlineData("King\nston")]
    public void A_dateline_written_carelessly_is_tidied(string dateline)
    {
        var translation = SampleData.English with { Dateline = dateline, Body = "Technicians met." };

        Assert.Matches("^King ?ston – Technicians met[.]$", Dateline.Body(translation, SampleData.Office).PlainText);
    }

    [Theory]
    [InlineData("Trinité-et-Tobago - L’OIM a organisé un atelier", true)]
    [InlineData("KINGSTON – Technicians met", true)]
    [InlineData("Port of Spain, 12 March – Technicians met", true)]
    [InlineData("SAINT-DOMINGUE (AFP) — Des techniciens", true)]
    [InlineData("Port-d’Espagne, le 12 mars – Des techniciens", true)]
    [InlineData("Good news – the count is one", false)]
    [InlineData("The trust – which is old – met", false)]
    [InlineData("Reef technicians met in Kingston – again", false)]
    [InlineData("Kingston hosts technicians", false)]
    [InlineData("12 March – Technicians met", false)]
    [InlineData("", false)]
    public void A_text_with_the_dateline_of_another_system_is_known_by_its_capitals(string text, bool expected) =>
        Assert.Equal(expected, Dateline.OpensWithSome(text));

    [Fact]
    public void The_offices_name_does_not_stand_before_a_dateline_that_the_author_wrote()
    {
        const string Body = "Trinité-et-Tobago - Un atelier s’achève.";

        Assert.Equal(Body, Dateline.Body(SampleData.French with { Dateline = null, Body = Body }, SampleData.Office).PlainText);
        Assert.Equal(
            $"Kingston – {Body}",
            Dateline.Body(SampleData.French with { Dateline = "Kingston", Body = Body }, SampleData.Office).PlainText);
    }

    [Fact]
    public void A_long_text_is_judged_at_once() => Assert.False(Dateline.OpensWithSome(string.Concat(Enumerable.Repeat("Aa ", 100_000))));

    [Fact]
    public void A_dateline_is_text_and_not_markup()
    {
        var body = Dateline.Body(SampleData.English with { Dateline = "<b>K</b> & [x](y)", Body = "Met." }, SampleData.Office);

        Assert.Equal("<p><strong>&lt;b&gt;K&lt;/b&gt; &amp; [x](y)</strong> – Met.</p>\n", body.Html);
    }
}
