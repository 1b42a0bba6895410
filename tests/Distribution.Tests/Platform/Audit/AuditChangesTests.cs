using Distribution.Contacts.Contacts;
using Distribution.Platform.Audit;

namespace Distribution.Tests.Platform.Audit;

public sealed class AuditChangesTests
{
    private static readonly Contact Rosa = new()
    {
        Id = "a1",
        Address = "rosa@example.org",
        Name = "Rosa",
        Languages = ["es"],
        Source = "card",
        SourceDate = DateTimeOffset.UnixEpoch,
        LawfulBasis = LawfulBasis.Consent,
    };

    [Fact]
    public void Nothing_changed_is_nothing_told() =>
        Assert.Empty(AuditChanges.Between(Rosa, Rosa with { Languages = ["es"], Topics = [] }));

    [Fact]
    public void Choices_and_instants_are_told_before_and_after()
    {
        var changes =
            AuditChanges.Between(Rosa, Rosa with { Status = ContactStatus.Archived, SourceDate = DateTimeOffset.UnixEpoch.AddDays(1) });

        Assert.Equal(
            [new("status", "active", "archived"), new("sourceDate", "1970-01-01T00:00:00+00:00", "1970-01-02T00:00:00+00:00")], changes);
    }

    [Fact]
    public void Of_texts_addresses_and_what_holds_them_only_the_name_is_told()
    {
        var changed = Rosa with
        {
            Address = "rosa.lima@example.org",
            Name = "Rosa Lima",
            Notes = "Calls back late.",
            Phones = [new() { Number = "+18685550100" }],
            Positions = [new() { Outlet = "gazette", Role = "editor" }],
        };

        Assert.Equal([new("address"), new("name"), new("phones"), new("positions"), new("notes")], AuditChanges.Between(Rosa, changed));
    }

    [Fact]
    public void Fields_that_are_named_are_told_as_well()
    {
        var changes = AuditChanges.Between(
            Rosa, Rosa with { Languages = ["fr", "es"], Countries = ["TT"] }, nameof(Contact.Languages), nameof(Contact.Countries));

        Assert.Equal([new("languages", "es", "fr, es"), new("countries", null, "TT")], changes);
    }

    [Fact]
    public void What_is_new_or_gone_is_told_by_the_fields_that_hold_something()
    {
        var made = AuditChanges.Between(null, Rosa, nameof(Contact.Id));

        Assert.Equal(
            ["id", "address", "name", "languages", "status", "deliveryPreferences", "source", "sourceDate", "lawfulBasis"],
            made.Select(change => change.Field));
        Assert.Equal(new("id", null, "a1"), made[0]);
        Assert.Equal(new("id", "a1", null), AuditChanges.Between(Rosa, null, nameof(Contact.Id))[0]);
    }
}
