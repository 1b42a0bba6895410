namespace Distribution.Testing;

/// <summary>The files of the repository that the tests were built from.</summary>
public static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>
    /// Rows of the tables of a Markdown file, cell by cell; the first cell of a row is in backticks, which the heads are not.
    /// </summary>
    public static IEnumerable<string[]> Rows(string path) =>
        Read(path).Split('\n')
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Trim('|', ' ').Split(" | ", StringSplitOptions.TrimEntries));

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "Distribution.sln")) ? folder : Find(Path.GetDirectoryName(folder)!);
}
