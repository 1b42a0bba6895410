using System.Globalization;
using System.Text.Json.Nodes;
using Spectre.Console;

namespace Distribution.Server.Demo;

/// <summary>Plays a press office's day through the API: people and lists, one release in two languages, its dispatch, the mails.</summary>
internal sealed class DemoRun(DemoPlace place, IAnsiConsole console, TimeProvider time)
{
    /// <returns>Whether everybody planned was accepted and has exactly one mail in the inbox.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        var office = PressOffice.Read();
        using var administrator = new Api(place.Server, place.AdministratorKey);
        var key = await new FillStore(administrator, console).RunAsync(office, cancellationToken);
        if (key is not null) console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"API key of [b]Inès Marchand[/], approver at Port of Spain, told only now: [b]{key}[/]");

        using var officer = new Api(place.Server, key ?? place.AdministratorKey);
        var release = await PostAsync(officer, office["release"]!, cancellationToken);
        var dispatch = await new FollowDispatch(administrator, console, time).RunAsync(release, cancellationToken);
        ShowTable(dispatch);

        var isComplete = await new CheckInbox(place.Inbox, time).RunAsync(PressOffice.Addresses(office), PressOffice.Headlines(office), cancellationToken);
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"The inbox at {place.Inbox} {(isComplete ? "holds exactly one mail for each of them" : "does not hold exactly one mail for each of them")}.");
        return isComplete && Accepted(dispatch) == Planned(dispatch);
    }

    private static async Task<string> PostAsync(Api officer, JsonNode release, CancellationToken cancellationToken)
    {
        var (path, _) = await officer.PostAsync("/api/releases", release, cancellationToken, "demonstration-release-1");
        await officer.PostAsync($"{path}/schedule", new JsonObject(), cancellationToken, "demonstration-release-1-schedule");
        return path!;
    }

    private void ShowTable(JsonNode dispatch)
    {
        var table = new Table().AddColumns("Media list", "Language").AddColumn("Planned", column => column.RightAligned()).AddColumn("Accepted", column => column.RightAligned());
        foreach (var line in dispatch["lines"]!.AsArray())
        {
            table.AddRow($"{line!["list"]}", $"{line["language"]}", $"{line["planned"]}", $"{line["accepted"]}");
        }

        table.AddEmptyRow().AddRow("[b]People, each once[/]", "", $"[b]{Planned(dispatch)}[/]", $"[b]{Accepted(dispatch)}[/]");
        console.Write(table);
    }

    private static int Planned(JsonNode dispatch) => dispatch["planned"]!.GetValue<int>();

    private static int Accepted(JsonNode dispatch) => dispatch["outcomes"]!["accepted"]?.GetValue<int>() ?? 0;
}
