using Distribution.Mail.Rendering;

namespace Distribution.Tests.Mail.Rendering;

public sealed class IsolatesTests
{
    [Theory]
    [InlineData("1 Harbour Road", "ltr", "1 Harbour Road")]
    [InlineData("شارع الميناء", "rtl", "شارع الميناء")]
    [InlineData("شارع الميناء 1", "ltr", "\u2068شارع الميناء 1\u2069")]
    [InlineData("1 Harbour Road", "rtl", "\u20681 Harbour Road\u2069")]
    [InlineData("شارع الميناء 1", "rtl", "\u2068شارع الميناء 1\u2069")]
    [InlineData("français", "rtl", "\u2068français\u2069")]
    [InlineData("", "ltr", "")]
    public void Only_a_text_that_would_mix_with_its_surroundings_is_kept_apart(string text, string direction, string expected) =>
        Assert.Equal(expected, Isolates.In(text, direction));
}
