using System.Text.Json.Nodes;
using Spectre.Console;

namespace Distribution.Server.Demo;

/// <summary>
/// Plays an author who submits a release, and an approver who returns it once and then approves it. Resumes where an earlier run was cut
/// short.
/// </summary>
internal sealed class PlayApproval(Api author, Api approver, IAnsiConsole console)
{
    /// <returns>The release's path.</returns>
    public async Task<string> RunAsync(JsonObject office, CancellationToken cancellationToken)
    {
        var (path, _) = await author.PostAsync("/api/releases", office["release"]!, cancellationToken, "demonstration-release-1");
        Say("Inès Marchand submits the release in French and English; the Spanish text is promised.");
        while (await StepAsync(path!, office, cancellationToken)) { }
        return path!;
    }

    /// <returns>False when the release is on its way to the journalists.</returns>
    private async Task<bool> StepAsync(string path, JsonObject office, CancellationToken cancellationToken)
    {
        var release = (await author.GetAsync(path, cancellationToken))!;
        var (state, version) = (release["state"]!.GetValue<string>(), release["version"]!.GetValue<int>());
        switch (state)
        {
            case "submitted" when version == 1:
                await approver.PostAsync($"{path}/return", new JsonObject { ["note"] = office["note"]!.DeepClone() }, cancellationToken);
                Say($"Samuel Joseph returns it: “{office["note"]!.GetValue<string>()}”");
                return true;
            case "returned":
                await author.PutAsync(path, Completed(office), cancellationToken);
                await author.PostAsync($"{path}/submit", new JsonObject(), cancellationToken);
                Say("Inès Marchand adds the Spanish text and submits it again.");
                return true;
            case "submitted":
                var acknowledgements = await LookOverAsync(path, cancellationToken);
                await approver.PostAsync($"{path}/approve", new JsonObject { ["version"] = version, ["acknowledgements"] = acknowledgements }, cancellationToken);
                Say($"Samuel Joseph approves version {version}; it is sent at once.");
                return true;
            default:
                return false;
        }
    }

    /// <summary>The findings of the checks; he acknowledges each warning.</summary>
    private async Task<JsonArray> LookOverAsync(string path, CancellationToken cancellationToken)
    {
        JsonArray acknowledgements = [];
        foreach (var finding in (await approver.GetAsync($"{path}/checks", cancellationToken))!["findings"]!.AsArray())
        {
            Say($"The checks say: {finding!["message"]!.GetValue<string>()}");
            acknowledgements.Add(finding["acknowledgement"]?.DeepClone());
        }

        return acknowledgements;
    }

    private static JsonObject Completed(JsonObject office)
    {
        var release = office["release"]!.DeepClone().AsObject();
        release.Remove("state");
        release["translations"]!["es"] = office["spanish"]!.DeepClone();
        return release;
    }

    private void Say(string line) => console.MarkupLineInterpolated(System.Globalization.CultureInfo.InvariantCulture, $"[grey]·[/] {line}");
}
