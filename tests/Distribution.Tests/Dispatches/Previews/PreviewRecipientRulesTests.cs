using Distribution.Contacts.Outlets;
using Distribution.Dispatches.Previews;
using Distribution.Platform.Validation;

namespace Distribution.Tests.Dispatches.Previews;

public sealed class PreviewRecipientRulesTests
{
    [Fact]
    public void Somebody_imagined_is_kept_in_the_usual_form() => Assert.Equal(
        new() { Language = "es-DO", Country = "DO", OutletType = OutletType.Radio, Topic = "Reefs" },
        Check(new() { Language = "ES-do", Country = "do", OutletType = OutletType.Radio, Topic = " Reefs " }));

    [Fact]
    public void Nobody_in_particular_is_right() => Assert.Equal(new PreviewRecipient(), Check(new()));

    [Fact]
    public void A_contact_stands_alone() =>
        Check(new() { Contact = "0123456789abcdef0123456789abcdef", Language = "es" }, "as.contact");

    [Fact]
    public void What_is_not_right_is_named()
    {
        Check(new() { Language = "martian" }, "as.language");
        Check(new() { Country = "XX" }, "as.country");
        Check(new() { Topic = "two\nlines" }, "as.topic");
        Check(new() { Contact = "No such id!" }, "as.contact");
    }

    private static PreviewRecipient Check(PreviewRecipient reader, params string[] fields)
    {
        FieldErrors errors = new();
        var kept = PreviewRecipientRules.Check(reader, "as.", errors);
        Assert.Equal(fields, errors.ToDictionary().Keys);
        return kept;
    }
}
