using Distribution.Audiences.Duplicates;

namespace Distribution.Tests.Audiences.Duplicates;

public sealed class KeyGroupsTests
{
    [Fact]
    public void Who_shares_a_key_is_paired_each_with_each_the_lower_id_first()
    {
        KeyGroups groups = new(crowd: false);
        foreach (var contact in new[] { 3, 1, 2 }) groups.Add(7, Id(contact));
        groups.Add(8, Id(4));

        Assert.Equal([(Id(1), Id(2)), (Id(1), Id(3)), (Id(2), Id(3))], groups.Pairs().Order());
    }

    [Theory]
    [InlineData(true, KeyGroups.Most)]
    [InlineData(false, 0)]
    public void A_crowd_is_paired_with_its_first_or_left_out(bool crowd, int pairs)
    {
        KeyGroups groups = new(crowd);
        foreach (var contact in Enumerable.Range(0, KeyGroups.Most + 1)) groups.Add(7, Id(contact));

        Assert.Equal(pairs, groups.Pairs().Count());
    }

    private static string Id(int number) => $"{number:x32}";
}
