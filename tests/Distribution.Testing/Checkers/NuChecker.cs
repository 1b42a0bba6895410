using System.Text.Json;

namespace Distribution.Testing.Checkers;

/// <summary>The Nu HTML Checker: what a mail or page has that HTML and CSS do not allow.</summary>
public static class NuChecker
{
    private const string HowToInstall =
        "The Nu HTML Checker is not there: install a Java runtime (apt-get install default-jre-headless) and run `npm ci --ignore-scripts` in tests/Distribution.Testing/Checkers.";

    private static readonly string Jar =
        Path.Combine(Repository.Root, "tests", "Distribution.Testing", "Checkers", "node_modules", "vnu-jar", "build", "dist", "vnu.jar");

    /// <summary>Every error and warning, with the document it is about.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(IReadOnlyDictionary<string, string> documents, CancellationToken cancellationToken)
    {
        Checker.Require(Checker.IsOnPath("java") && File.Exists(Jar), HowToInstall);
        var folder = Directory.CreateTempSubdirectory("nu").FullName;
        try
        {
            List<string> files = [];
            foreach (var (name, html) in documents)
            {
                files.Add(Path.Combine(folder, $"{name}.html"));
                await File.WriteAllTextAsync(files[^1], html, cancellationToken);
            }

            return Read(await Checker.RunAsync(
                "java", ["-jar", Jar, "--stdout", "--format", "json", "--exit-zero-always", .. files], default, cancellationToken));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static List<string> Read(string report)
    {
        using var json = JsonDocument.Parse(report);
        return
        [
            .. json.RootElement.GetProperty("messages").EnumerateArray().Where(IsFault).Select(message =>
                $"{Path.GetFileName(Text(message, "url"))}: {Text(message, "message")} {Text(message, "extract")}"),
        ];
    }

    // A remark that is no warning is about style, such as the slash that the renderer of our pages puts into void elements.
    private static bool IsFault(JsonElement message) => Text(message, "type") != "info" || Text(message, "subType") == "warning";

    private static string Text(JsonElement message, string name) => message.TryGetProperty(name, out var value) ? value.GetString()! : "";
}
