using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Distribution.Releases.Intake;

/// <summary>
/// Looks at YAML event by event before it is read as a tree; pure. A tree is read by recursion, which thousands of brackets would bring to an end
/// together with the program, and a few references to references make a tree of any size.
/// </summary>
internal static class FrontMatterShape
{
    /// <summary>The stream, the document, its lines, and a list or fields in one of them are four.</summary>
    private const int Deepest = 6;

    /// <returns>The fault and its line; null for valid front matter.</returns>
    public static string? Check(string yaml)
    {
        Parser parser = new(new StringReader(yaml));
        var depth = 0;
        while (parser.MoveNext())
        {
            var (now, line) = (parser.Current!, parser.Current!.Start.Line + 1);
            depth += now.NestingIncrease;
            if (depth > Deepest) return $"Line {line}: lists and fields lie too deep in each other. Write a list of words such as [a, b].";
            if (now is AnchorAlias || now is NodeEvent { Anchor.IsEmpty: false }) return $"Line {line}: names such as &a and *a for a value are not taken. Write the value again, or in quotation marks.";
        }

        return null;
    }
}
