using System.Text.Json;

namespace Distribution.Testing.Checkers;

/// <summary>Spectral and Redocly, which look over descriptions of APIs.</summary>
public static class OpenApiCheckers
{
    // All rules but two: no setting has an operator's address for this, and the licence has an identifier, which excludes an address.
    private const string Rules =
        "extends: [[\"spectral:oas\", all]]\nrules:\n  contact-properties: off\n  license-url: off\n";

    private const string Folder = "tests/Distribution.Testing/Checkers";

    /// <summary>The faults that Spectral finds in a description, by its rules for OpenAPI.</summary>
    public static async Task<IReadOnlyList<string>> RunSpectralAsync(string description, CancellationToken cancellationToken)
    {
        using var said = await RunAsync(
            "@stoplight/spectral-cli/dist/index.js",
            (file, folder) => ["lint", file, "--ruleset", Path.Combine(folder, "rules.yaml"), "--format", "json", "--quiet"],
            description,
            cancellationToken);
        return [.. said.RootElement.EnumerateArray().Select(fault =>
            $"{fault.GetProperty("code")}: {fault.GetProperty("message")} "
            + $"({string.Join('.', fault.GetProperty("path").EnumerateArray())})")];
    }

    /// <summary>The faults that Redocly finds in a description, by its recommended rules.</summary>
    public static async Task<IReadOnlyList<string>> RunRedoclyAsync(string description, CancellationToken cancellationToken)
    {
        using var said = await RunAsync(
            "@redocly/cli/bin/cli.js",
            (file, _) => ["lint", file, "--extends", "recommended", "--format", "json", "--max-problems", "1000"],
            description,
            cancellationToken);
        return [.. said.RootElement.GetProperty("problems").EnumerateArray().Select(fault =>
            $"{fault.GetProperty("ruleId")}: {fault.GetProperty("message")} ({fault.GetProperty("location")[0].GetProperty("pointer")})")];
    }

    private static async Task<JsonDocument> RunAsync(
        string program, Func<string, string, IEnumerable<string>> arguments, string description, CancellationToken cancellationToken)
    {
        var script = Path.Combine(Repository.Root, Folder, "node_modules", program);
        if (!File.Exists(script)) NeededTool.Missing($"{program.Split('/')[1]} is not installed: run 'npm ci' in {Folder}.");
        var folder = Directory.CreateTempSubdirectory("openapi-").FullName;
        try
        {
            var file = Path.Combine(folder, "openapi.json");
            await File.WriteAllTextAsync(file, description, cancellationToken);
            await File.WriteAllTextAsync(Path.Combine(folder, "rules.yaml"), Rules, cancellationToken);
            if (await Tool.RunAsync("node", [script, .. arguments(file, folder)], input: null, cancellationToken) is not { } said)
                throw new InvalidOperationException("There is no node, which the built-in storage of the tests runs on too.");
            var start = said.Output.IndexOfAny(['{', '[']);
            return start < 0
                ? throw new InvalidOperationException($"{program} said nothing that can be read: {said.Output}{said.Errors}")
                : JsonDocument.Parse(said.Output[start..(said.Output.LastIndexOfAny(['}', ']']) + 1)]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
