namespace Distribution.Testing.Checkers;

/// <summary>The Nu HTML Checker, as the W3C runs it, on this machine.</summary>
public static class NuChecker
{
    private const string Folder = "tests/Distribution.Testing/Checkers";

    /// <summary>The faults of pages, each with its name; nothing where they are right.</summary>
    public static async Task<IReadOnlyList<string>> FindAsync(IReadOnlyDictionary<string, string> pages, CancellationToken cancellationToken)
    {
        var jar = Path.Combine(Repository.Root, Folder, "node_modules/vnu-jar/build/dist/vnu.jar");
        if (!File.Exists(jar)) NeededTool.Missing($"The Nu HTML Checker is not installed: run 'npm ci' in {Folder}.");
        var folder = Directory.CreateTempSubdirectory("nu-");
        try
        {
            foreach (var (name, html) in pages) await File.WriteAllTextAsync(Path.Combine(folder.FullName, $"{name}.html"), html, cancellationToken);
            string[] arguments = ["-jar", jar, "--format", "gnu", .. folder.EnumerateFiles().Select(file => file.FullName)];
            if (await Tool.RunAsync("java", arguments, input: null, cancellationToken) is not { } said)
            {
                NeededTool.Missing("There is no Java, which the Nu HTML Checker runs on: apt-get install default-jre-headless.");
                return [];
            }

            return [.. said.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(IsFault).Select(line => line.Replace($"\"file:{folder.FullName}/", "\"", StringComparison.Ordinal))];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // A remark that is no warning is about style, such as the slash that the renderer of our pages puts into void elements.
    private static bool IsFault(string line) => !line.Contains(": info: ", StringComparison.Ordinal);
}
