using Fluid;
using Fluid.Values;

namespace Distribution.Mail.Rendering;

/// <summary>The embedded templates of mails, parsed once.</summary>
internal static class MailTemplates
{
    private const string Folder = "Distribution.Mail.Rendering.Templates.";

    private static readonly FluidParser Parser = new();

    public static IFluidTemplate ReleaseHtml { get; } = Parser.Parse(Read("release.html.liquid"));

    public static IFluidTemplate ReleaseText { get; } = Parser.Parse(Read("release.txt.liquid"));

    public static IFluidTemplate DigestHtml { get; } = Parser.Parse(Read("digest.html.liquid"));

    public static IFluidTemplate DigestText { get; } = Parser.Parse(Read("digest.txt.liquid"));

    /// <summary>Written into each element, for readers that drop style sheets.</summary>
    public static string Styles { get; } = Read("release.css");

    /// <summary>Stays a style sheet: what only holds on a dark or a small screen cannot be written into an element.</summary>
    public static string StylesOfScreens { get; } = Read("screens.css");

    /// <summary>The filters that the templates use.</summary>
    public static void AddFilters(TemplateOptions options) => options.Filters.AddFilter(
        "isolate",
        (input, arguments, _) => new StringValue(Isolates.In(input.ToStringValue(), arguments.At(0).ToStringValue())));

    private static string Read(string name)
    {
        using var file = new StreamReader(typeof(MailTemplates).Assembly.GetManifestResourceStream(Folder + name)!);
        return file.ReadToEnd();
    }
}
