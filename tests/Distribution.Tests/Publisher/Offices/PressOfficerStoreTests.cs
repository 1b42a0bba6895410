using Distribution.Publisher.Offices;
using Distribution.Testing;

namespace Distribution.Tests.Publisher.Offices;

public sealed class PressOfficerStoreTests(Azurite azurite) : CoreHostTests(azurite)
{
    [Fact]
    public async Task A_press_officer_comes_back_as_written_with_hours_that_people_can_read_in_the_table()
    {
        var officer = SampleData.Maelle with
        {
            Phones = [new() { Number = "+18685550142", Kind = PressOfficerPhoneKind.OutOfHours, Visibility = PhoneVisibility.Web }],
            DutyHours = Hours.Parse("friday 18:00-01:30"),
            Absences = [new() { From = new(2026, 12, 24), Until = new(2027, 1, 4) }],
        };
        await App.Get<PressOfficerStore>().AddAsync("m", officer, Token);

        var read = (await App.Get<PressOfficerStore>().FindAsync("m", Token))!;

        Assert.Equivalent(officer, read.Value, strict: true);
        Assert.Equal("""[{"number":"+18685550142","kind":"outOfHours","visibility":"web"}]""", read.Entity["Phones"]);
        Assert.Equal("""[{"weekday":"friday","from":"18:00","until":"01:30"}]""", read.Entity["DutyHours"]);
        Assert.Equal("""[{"from":"2026-12-24","until":"2027-01-04"}]""", read.Entity["Absences"]);
    }
}
