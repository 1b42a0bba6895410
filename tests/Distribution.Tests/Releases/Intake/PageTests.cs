using Distribution.Releases.Intake;

namespace Distribution.Tests.Releases.Intake;

/// <summary>Texts of editors and systems, in the folder Pages beside their results.</summary>
public sealed class PageTests
{
    [Theory]
    [InlineData("drupal-ckeditor", "hidden element")]
    [InlineData("wordpress-blocks", "tracking image")]
    [InlineData("word-paste", "hidden element, o:p element, style attribute, style element")]
    [InlineData("google-docs-paste", "meta element, style attribute")]
    public async Task A_page_becomes_the_markdown_beside_it(string name, string dropped)
    {
        var converted = HtmlConverter.Convert(await ReadAsync($"{name}.html"), new Uri("https://www.example.org/fr/news/4")).Converted!;

        Assert.Equal(await ReadAsync($"{name}.md"), converted.Markdown + "\n");
        Assert.Equal(dropped, string.Join(", ", converted.Dropped.Select(loss => loss.What)));
    }

    private static Task<string> ReadAsync(string name) =>
        File.ReadAllTextAsync(
            Path.Combine(AppContext.BaseDirectory, "Releases", "Intake", "Pages", name), TestContext.Current.CancellationToken);
}
