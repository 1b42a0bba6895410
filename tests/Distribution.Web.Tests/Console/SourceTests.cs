using System.Text.RegularExpressions;
using Distribution.Testing;

namespace Distribution.Web.Tests.Console;

/// <summary>The console's pages have nothing that the content security policy would refuse.</summary>
public sealed partial class SourceTests
{
    [Fact]
    public void No_page_has_an_inline_script_or_style_or_code_in_an_attribute() => Assert.Empty(
        from file in Directory.EnumerateFiles(
            Path.Combine(Repository.Root, "src", "Distribution.Web", "Console"), "*.razor", SearchOption.AllDirectories)
        from line in File.ReadLines(file)
        where Inline().IsMatch(line)
        select $"{Path.GetFileName(file)}: {line.Trim()}");

    [GeneratedRegex("""<script(?![^>]* src=)|<style|\sstyle="|\son[a-z]+="|hx-on|hx-vals="js:|hx-trigger="[^"]*\[""")]
    private static partial Regex Inline();
}
