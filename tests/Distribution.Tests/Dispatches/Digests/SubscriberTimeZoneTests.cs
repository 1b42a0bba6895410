using Distribution.Contacts.Contacts;
using Distribution.Dispatches.Digests;

namespace Distribution.Tests.Dispatches.Digests;

public sealed class SubscriberTimeZoneTests
{
    [Theory]
    [InlineData("America/Jamaica", "TT", "America/Jamaica")]
    [InlineData(null, "TT", "America/Port_of_Spain")]
    [InlineData(null, "FR", "Europe/Paris")]
    [InlineData(null, "NP", "Asia/Kathmandu")]
    [InlineData(null, null, "Etc/UTC")]
    [InlineData("Nowhere/Land", null, "Etc/UTC")]
    public void Their_own_zone_comes_before_that_of_their_country(string? zone, string? country, string expected) =>
        Assert.Equal(expected, SubscriberTimeZone.Get(new()
        {
            Id = "c",
            Address = "rosa@example.org",
            Name = "Rosa",
            Languages = ["es"],
            TimeZone = zone,
            Countries = country is null ? [] : [country],
            Source = "card",
            SourceDate = default,
            LawfulBasis = LawfulBasis.Consent,
        }));
}
