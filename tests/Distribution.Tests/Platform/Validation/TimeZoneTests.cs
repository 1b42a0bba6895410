using Distribution.Platform.Validation;

namespace Distribution.Tests.Platform.Validation;

public sealed class TimeZoneTests
{
    [Theory]
    [InlineData("America/Port_of_Spain", true)]
    [InlineData("America/Argentina/Buenos_Aires", true)]
    [InlineData("Etc/UTC", true)]
    [InlineData("posix/America/Jamaica", false)]
    [InlineData("right/America/Jamaica", false)]
    [InlineData("Posix/America/Jamaica", false)]
    [InlineData("America/Nowhere", false)]
    [InlineData("UTC", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_zone_is_known_by_its_own_name(string? zone, bool known) => Assert.Equal(known, TimeZones.IsKnown(zone));
}
