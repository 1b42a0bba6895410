using System.Globalization;
using System.Text.Json.Nodes;
using Distribution.Operations.SignIn;
using Spectre.Console;

namespace Distribution.Server.Demo;

/// <summary>
/// Plays a press office's day through the API: users and lists, one release in three languages on its way through submission, return and
/// approval, its dispatch, the mails.
/// </summary>
internal sealed class DemoRun(DemoPlace place, CreateSignInLink createSignInLink, IAnsiConsole console, TimeProvider time)
{
    /// <returns>Whether everybody planned was accepted and has exactly one mail in the inbox.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        var office = PressOffice.Read();
        using var administrator = new Api(place.Server, place.AdministratorKey);
        await new FillStore(administrator, console).RunAsync(office, cancellationToken);
        using var author = new Api(place.Server, await KeyAsync(administrator, office["users"]![0]!, cancellationToken));
        using var approver = new Api(place.Server, await KeyAsync(administrator, office["users"]![1]!, cancellationToken));

        var release = await new PlayApproval(author, approver, console).RunAsync(office, cancellationToken);
        var dispatch = await new FollowDispatch(administrator, console, time).RunAsync(release, cancellationToken);
        ShowTable(dispatch);

        await ShowSignInAsync(office["users"]!.AsArray(), release, cancellationToken);

        var isComplete = await new CheckInbox(place.Inbox, time).RunAsync(
            PressOffice.Addresses(office), PressOffice.Headlines(office), cancellationToken);
        console.MarkupLineInterpolated(
            CultureInfo.InvariantCulture,
            $"The inbox at {place.Inbox} {(isComplete ? "holds" : "does not hold")} exactly one mail for each of them.");
        return isComplete && Accepted(dispatch) == Planned(dispatch);
    }

    /// <summary>A key of one user; it is shown this once.</summary>
    private async Task<string> KeyAsync(Api administrator, JsonNode person, CancellationToken cancellationToken)
    {
        var (id, role) = (person["id"]!.GetValue<string>(), person["grants"]![0]!["role"]!.GetValue<string>());
        var (_, made) = await administrator.PostAsync(
            "/api/keys", new JsonObject { ["name"] = "Demonstration", ["user"] = id, ["role"] = role }, cancellationToken);
        var key = made!["key"]!.GetValue<string>();
        console.MarkupLineInterpolated(
            CultureInfo.InvariantCulture,
            $"API key of [b]{person["name"]!.GetValue<string>()}[/], {role} at Port of Spain, shown only now: [b]{key}[/]");
        return key;
    }

    /// <summary>A link for each user to the release in the console; it works once, within half an hour.</summary>
    /// <param name="release">The release's path in the API.</param>
    private async Task ShowSignInAsync(JsonArray users, string release, CancellationToken cancellationToken)
    {
        var page = Uri.EscapeDataString(release.Replace("/api/", "/console/", StringComparison.Ordinal));
        foreach (var user in users)
        {
            var link = await createSignInLink.RunAsync(user!["email"]!.GetValue<string>(), cancellationToken);
            console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"Sign in as [b]{user["name"]!.GetValue<string>()}[/]:");
            // The console would break the link where the line ends.
            await Console.Out.WriteLineAsync($"{link!.AbsoluteUri}?return={page}");
        }
    }

    private void ShowTable(JsonNode dispatch)
    {
        var table = new Table().AddColumns("Media list", "Language").AddColumn("Planned", column => column.RightAligned())
            .AddColumn("Accepted", column => column.RightAligned());
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
