using Distribution.Mail.Rendering;

namespace Distribution.Tests.Mail.Rendering;

public sealed class InlineStylesTests
{
    [Fact]
    public void Rules_move_into_the_elements_they_select_and_later_ones_come_last()
    {
        var html = InlineStyles.Apply("<p class=a>x</p><p>y</p>", "p { margin: 0; }\n.a { color: red; margin: 1px; }");

        Assert.Contains(
            "<p class=\"a\" style=\"margin: 0; color: red; margin: 1px;\">x</p><p style=\"margin: 0;\">y</p>",
            html,
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_written_stays_as_it_is() =>
        Assert.Contains(
            "<p>é &lt;b&gt; &amp; “q”</p>", InlineStyles.Apply("<p>é &lt;b> &amp; “q”</p>", "i { top: 0; }"), StringComparison.Ordinal);
}
