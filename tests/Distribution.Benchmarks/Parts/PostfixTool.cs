namespace Distribution.Benchmarks.Parts;

/// <summary>Finds a program of Postfix.</summary>
internal static class PostfixTool
{
    private static readonly string[] Folders =
    [
        .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator),
        "/usr/sbin",
        "/usr/local/sbin",
        "/usr/libexec/postfix"
    ];

    public static string Find(string name) =>
        Folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists)
        ?? throw new BenchmarkFailure(
            $"{name} is not installed. It comes with Postfix: 'apt-get install --no-install-recommends postfix' on Debian and Ubuntu.");
}
